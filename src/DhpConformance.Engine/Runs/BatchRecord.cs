using DhpConformance.Abstractions;
using DhpConformance.Engine.Attribution;
using DhpConformance.Engine.Coverage;
using DhpConformance.Engine.Judging;

namespace DhpConformance.Engine.Runs;

/// <summary>What became of the cases that were drawn together.</summary>
internal sealed class BatchRecord(CoverageTable reached, SizeTable sizes)
{
    private readonly List<int> lengths = [];

    /// <summary>What they reached.</summary>
    public CoverageTable Reached { get; } = reached;

    /// <summary>At which sizes.</summary>
    public SizeTable Sizes { get; } = sizes;

    /// <summary>What was found in which case, and whether it had shown once and not again.</summary>
    public List<(int Case, Finding Finding, bool IsOneOff)> Found { get; } = [];

    /// <summary>What was seen wrong in which case, where it is what it seems to be.</summary>
    public List<(int Case, Violation Violation)> Seen { get; } = [];

    /// <summary>How many operations each case has executed.</summary>
    public IReadOnlyList<int> Lengths => lengths;

    /// <summary>Whether time was over before the last of its cases: what comes after it is not counted.</summary>
    public bool IsCut { get; set; }

    /// <summary>How many cases ended early, at a violation.</summary>
    public int EndedEarly { get; private set; }

    /// <summary>How many of these waited for an answer in vain.</summary>
    public int Hangs { get; private set; }

    /// <summary>How many of them ended because the implementation broke, and not because it was wrong.</summary>
    public int Breaks { get; private set; }

    /// <summary>How many cases ended without a verdict on their last step.</summary>
    public int Undecided { get; private set; }

    /// <summary>The record as data. What comes after this is not in it.</summary>
    public WrittenBatch Written() => new(
        Reached.Counts(), Sizes.Counts(), [.. lengths], EndedEarly, Hangs, Breaks, Undecided,
        [.. Found.Select(one => new FoundInCase(one.Case, one.Finding, one.IsOneOff))],
        [.. Seen.Select(one => new SeenInCase(one.Case, one.Violation))]);

    /// <summary>Takes over what was written down, into an empty record.</summary>
    public void Take(WrittenBatch written)
    {
        Reached.Take(written.Reached);
        Sizes.Take(written.Sizes);
        lengths.AddRange(written.Lengths);
        Found.AddRange(written.Found.Select(one => (one.Case, one.Finding, one.IsOneOff)));
        Seen.AddRange(written.Seen.Select(one => (one.Case, one.Violation)));
        (EndedEarly, Hangs) = (written.EndedEarly, written.Hangs);
        (Breaks, Undecided) = (written.Breaks, written.Undecided);
    }

    /// <summary>A case was executed, to its end or to a violation.</summary>
    /// <param name="length">How many operations were executed.</param>
    /// <param name="violation">The violation that ended it; null for none.</param>
    /// <param name="isKnown">Whether it is known, and nobody gives up for it.</param>
    /// <param name="isUndecided">Whether it ended without a verdict on its last step.</param>
    public void Add(int length, Violation? violation, bool isKnown = false, bool isUndecided = false)
    {
        lengths.Add(length);
        Undecided += isUndecided ? 1 : 0;
        EndedEarly += violation is null ? 0 : 1;
        Hangs += violation?.Fault == ServerFault.DeadlineMissed ? 1 : 0;
        Breaks += violation?.Fault is null || isKnown ? 0 : 1;
    }
}
