using DhpConformance.Abstractions;
using DhpConformance.Engine.Attribution;
using DhpConformance.Engine.Cases;
using DhpConformance.Engine.Execution;
using DhpConformance.Engine.Generation;
using DhpConformance.Engine.Judging;

namespace DhpConformance.Engine.Runs;

/// <summary>
/// Executes the cases of a batch on one server, and says of each violation which rule it breaks. Comes in: a batch.
/// Goes out: its record, for the ledger.
/// </summary>
/// <param name="server">The server; one thread at a time.</param>
/// <param name="claims">What it claims.</param>
/// <param name="profile">The profile that is judged.</param>
/// <param name="cases">Where cases come from.</param>
/// <param name="length">Most operations of a case.</param>
/// <param name="examined">Which rules were broken by which case first; shared by all threads.</param>
internal sealed class BatchExecution(
    IPartitionableServer server,
    Claims claims,
    Profile profile,
    CaseSource cases,
    int length,
    FirstCases examined)
{
    /// <summary>Whether time is over.</summary>
    public Func<bool> IsOver { get; init; } = () => false;

    /// <summary>What ends the run at a finding; null for nothing.</summary>
    public FirstFailure? End { get; init; }

    /// <summary>The violations after which a case goes on; null if each ends it.</summary>
    public KnownViolations? Known { get; init; }

    private readonly Examiner examiner = new(new SequenceRunner(server, claims), profile);
    private readonly SequenceRunner probe = new(server, claims);

    /// <summary>Executes a batch, until too many cases hang or it is interrupted.</summary>
    public void Run(CaseQueue.Batch batch, BatchRecord record, CancellationToken cancellation)
    {
        var runner = new SequenceRunner(server, claims, record.Reached, record.Sizes);
        var number = batch.First;
        foreach (var drawn in cases.Batch(batch.Number).Take(batch.Count))
        {
            // Within a batch, too: with a slow server one takes minutes.
            if (!Execute(number++, drawn, runner, record, cancellation)
                || record.Hangs >= CaseLedger.MostHangs || cancellation.IsCancellationRequested || Ends(record))
            {
                break;
            }

            if (record.Lengths.Count < batch.Count && IsOver())
            {
                record.IsCut = true;
                break;
            }
        }
    }

    private bool Ends(BatchRecord record) => End is not null && record.Found.Count > 0
        && End.Has(record.Found.Where(one => !one.IsOneOff).Select(one => one.Finding.Violation));

    // False if it was interrupted: whoever presses Ctrl+C ends the programs of a terminal, and that is no finding.
    private bool Execute(
        int number,
        GeneratedCase drawn,
        SequenceRunner runner,
        BatchRecord record,
        CancellationToken cancellation)
    {
        var policy = drawn.ObservationPolicy;
        var source = cases.OperationsOf(drawn, length);
        record.Reached.Case = number;
        var past = Known is null ? null : new CaseContinuation(source, drawn.Setup, probe, claims);
        while (true)
        {
            var violation = runner.Run(drawn.Setup, past ?? source, policy, past?.Known ?? 0);
            var (executed, sizes, isUndecided) = (runner.Executed.Count, runner.Sizes!, runner.IsUndecided);
            if (violation is null)
            {
                record.Add(executed, null, isUndecided: isUndecided);
                record.Sizes.Add(sizes, number);
                return true;
            }

            if (policy == ObservationPolicy.AfterEveryOperation && IsUniform(drawn.Setup))
            {
                record.Seen.Add((number, violation));
            }

            var testCase = new TestCase(drawn.Setup, [.. runner.Executed], policy);
            var found = Found(number, testCase, violation);
            if (cancellation.IsCancellationRequested)
            {
                return false;
            }

            if (found is { } one)
            {
                record.Found.Add((number, one.Finding, one.IsOneOff));
            }

            var isKnown = Known?.Has(IsJudgedAsSeen(violation) ? violation : found?.Finding.Violation) == true;
            if (!isKnown || !past!.LeavesOut(testCase.Operations, violation, policy))
            {
                record.Add(executed, violation, isKnown);
                record.Sizes.Add(sizes, number);
                return true;
            }
        }
    }

    // What breaks is not examined each time: it would cost a process. Nor does examining it name another rule.
    private static bool IsJudgedAsSeen(Violation violation) => violation.Fault is not null;

    private bool IsUniform(ServerSetup setup) => setup.Partitions.All(partition => partition.Profile == profile);

    private (Finding Finding, bool IsOneOff)? Found(int number, TestCase testCase, Violation violation)
    {
        var isUniform = IsUniform(testCase.Setup);
        if ((Known is null || IsJudgedAsSeen(violation))
            && violation.Rule is { } seen && testCase.ObservationPolicy == ObservationPolicy.AfterEveryOperation
            && isUniform && examined.HasEarlier(seen, number))
        {
            return null;
        }

        if (examiner.Examine(testCase) is { } finding)
        {
            examined.Add(finding.Violation.Rule ?? "", number);
            return (finding, false);
        }

        // What is wrong once and not again is still a violation: it is reported as found, and as not reproduced. What
        // breaks once is none: a process may be killed, and a machine may be busy.
        return (new Finding(testCase, violation), violation.Fault is not null);
    }
}
