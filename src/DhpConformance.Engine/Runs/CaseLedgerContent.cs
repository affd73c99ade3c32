using System.Collections.Immutable;
using DhpConformance.Engine.Coverage;
using DhpConformance.Engine.Results;

namespace DhpConformance.Engine.Runs;

/// <summary>A ledger that is written down, so that another process goes on with it.</summary>
internal sealed partial class CaseLedger
{
    /// <summary>The content, batches that wait for an earlier one among it.</summary>
    public WrittenLedger Written()
    {
        lock (gate)
        {
            return new(
                Coverage.Counts(), Sizes.Counts(), Causes.Written(), Of(findings), Of(oneOffs),
                lengths.ToImmutableSortedDictionary(), timesOff.ToImmutableSortedDictionary(StringComparer.Ordinal),
                [.. waiting.OrderBy(one => one.Key).Select(one => new WaitingBatch(one.Key, one.Value.Written()))])
            {
                Recorded = recorded,
                Hangs = hangs,
                Breaks = breaks,
                GivenUp = givenUp,
                Cases = Cases,
                EndedEarly = EndedEarly,
                Undecided = Undecided,
                Operations = Operations,
            };
        }

        static ImmutableArray<FoundInCase> Of(SortedDictionary<string, (int Case, Attribution.Finding Finding)> kept) =>
            [.. kept.Values.Select(one => new FoundInCase(one.Case, one.Finding))];
    }

    /// <summary>Takes over what was written down, into a ledger in which nothing is recorded.</summary>
    public void Take(WrittenLedger written)
    {
        lock (gate)
        {
            Coverage.Take(written.Coverage);
            Sizes.Take(written.Sizes);
            Causes.Take(written.Causes);
            foreach (var one in written.Findings)
            {
                findings.Add(one.Finding.Violation.Rule ?? "", (one.Case, one.Finding));
            }

            foreach (var one in written.OneOffs)
            {
                oneOffs.Add(one.Finding.Violation.Rule ?? "", (one.Case, one.Finding));
            }

            foreach (var (length, cases) in written.Lengths)
            {
                lengths.Add(length, cases);
            }

            foreach (var (rule, cases) in written.TimesOff)
            {
                timesOff.Add(rule, cases);
            }

            foreach (var one in written.Waiting)
            {
                var record = Begin();
                record.Take(one.Batch);
                waiting.Add(one.Turn, record);
            }

            (recorded, hangs, breaks, givenUp) = (written.Recorded, written.Hangs, written.Breaks, written.GivenUp);
            (Cases, EndedEarly, Undecided) = (written.Cases, written.EndedEarly, written.Undecided);
            Operations = written.Operations;
        }
    }
}

/// <summary>The content of a <see cref="CaseLedger"/> but for what it has of the profile before.</summary>
/// <param name="Coverage">The coverage of the cases that are added up.</param>
/// <param name="Sizes">At which sizes.</param>
/// <param name="Causes">In which ways each rule was broken.</param>
/// <param name="Findings">The finding of each rule.</param>
/// <param name="OneOffs">The finding of each rule that did not repeat.</param>
/// <param name="Lengths">How many cases executed how many operations.</param>
/// <param name="TimesOff">How many cases broke each rule and did not break it again.</param>
/// <param name="Waiting">Batches that wait for an earlier one.</param>
internal sealed record WrittenLedger(
    CoverageCounts Coverage,
    SizeCounts Sizes,
    ImmutableArray<CauseOfRule> Causes,
    ImmutableArray<FoundInCase> Findings,
    ImmutableArray<FoundInCase> OneOffs,
    ImmutableSortedDictionary<int, int> Lengths,
    ImmutableSortedDictionary<string, int> TimesOff,
    ImmutableArray<WaitingBatch> Waiting)
{
    /// <summary>How many batches are added up.</summary>
    public required int Recorded { get; init; }

    /// <summary>How many requests were not answered in time.</summary>
    public required int Hangs { get; init; }

    /// <summary>How many cases ended because the implementation broke.</summary>
    public required int Breaks { get; init; }

    /// <summary>Why no more cases are executed; null if more are.</summary>
    public string? GivenUp { get; init; }

    /// <summary>How many cases were executed.</summary>
    public required int Cases { get; init; }

    /// <summary>How many of them ended at a violation.</summary>
    public required int EndedEarly { get; init; }

    /// <summary>How many of them ended without a verdict on their last step.</summary>
    public required int Undecided { get; init; }

    /// <summary>Operations executed in all of them.</summary>
    public required long Operations { get; init; }
}

/// <summary>A batch that waits for an earlier one.</summary>
/// <param name="Turn">Its place among all batches of the profile, from 0.</param>
/// <param name="Batch">What became of its cases.</param>
internal sealed record WaitingBatch(int Turn, WrittenBatch Batch);

/// <summary>A way in which a rule was broken.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Signature">What it differs in from others; see <see cref="CauseSignature"/>.</param>
/// <param name="Cause">What was seen.</param>
internal sealed record CauseOfRule(string Rule, string Signature, OtherCause Cause);
