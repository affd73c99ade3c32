using DhpConformance.Engine.Coverage;
using DhpConformance.Engine.Judging;

namespace DhpConformance.Engine.Campaigns;

/// <summary>What became of the cases that were drawn together.</summary>
internal sealed class BatchRecord(CoverageTable reached)
{
    private readonly List<int> lengths = [];

    /// <summary>What they reached.</summary>
    public CoverageTable Reached { get; } = reached;

    /// <summary>What was found in which case, and whether it had shown once and not again.</summary>
    public List<(int Case, Finding Finding, bool IsOneOff)> Found { get; } = [];

    /// <summary>How many operations each case has executed.</summary>
    public IReadOnlyList<int> Lengths => lengths;

    /// <summary>How many cases ended early, at a violation.</summary>
    public int EndedEarly { get; private set; }

    /// <summary>How many of these waited for an answer in vain.</summary>
    public int Hangs { get; private set; }

    /// <summary>A case was executed.</summary>
    public void Add(int length, bool endedEarly, bool isHang)
    {
        lengths.Add(length);
        EndedEarly += endedEarly ? 1 : 0;
        Hangs += isHang ? 1 : 0;
    }
}
