using DhpConformance.Abstractions;
using DhpConformance.Engine.Attribution;
using DhpConformance.Engine.Execution;
using DhpConformance.Engine.Generation;
using DhpConformance.Engine.Judging;
using DhpConformance.Engine.Results;
using DhpConformance.Engine.Shrinking;

namespace DhpConformance.Engine.Findings;

/// <summary>
/// Makes a failure of what was found: as small as possible, with what was seen. Only what shows on a server that was
/// just made is believed: on a used one, what earlier test cases have left behind may be to blame.
/// </summary>
internal sealed class Explanation(
    Func<IPartitionableServer> create,
    Claims claims,
    Profile profile,
    CaseSource cases,
    int length,
    bool shrink,
    FaultTime faultTime,
    CancellationToken cancellation)
{
    // Each candidate of a hang costs a deadline, and where something breaks it may cost a process.
    private const int AttemptsAtHangs = 6;
    private const int AttemptsAtFaults = 300;
    private const int AttemptsOnFresh = 3;

    private int next;
    private int explained;

    /// <summary>Which violations are known failures: another failure of such a rule stays another.</summary>
    public Func<Violation, bool>? IsKnown { get; init; }

    /// <summary>
    /// Explains one after the other, until it is interrupted; several threads may, and share them. No explanation
    /// depends on another.
    /// </summary>
    /// <param name="told">Takes what was explained.</param>
    /// <param name="found">What was found, each in its case.</param>
    /// <param name="done">Receives how many are explained.</param>
    public void Fill(Failure[] told, (int Case, Finding Finding)[] found, Action<int> done)
    {
        while (!cancellation.IsCancellationRequested)
        {
            var i = Interlocked.Increment(ref next) - 1;
            if (i >= found.Length)
            {
                break;
            }

            var failure = Of(found[i].Case, found[i].Finding);
            if (!cancellation.IsCancellationRequested)
            {
                told[i] = failure;
                done(Interlocked.Increment(ref explained));
            }
        }
    }

    /// <summary>As it was found in a case, and showed again when the case was done once more.</summary>
    public static Failure AsFound(int number, Finding finding) =>
        FailureRecord.Of(finding) with { Case = number, Reproduced = true };

    /// <summary>A server that broke once, and not again.</summary>
    public static Failure OfOneOff(int number, Finding finding) =>
        FailureRecord.Of(finding) with { Case = number, OneOff = true };

    private Failure Of(int number, Finding finding)
    {
        if (finding.Violation.Fault == ServerFault.CouldNotStart)
        {
            // It cannot be started again, or says that it is somebody else: no sequence is to blame.
            return AsFound(number, finding);
        }

        if (!ShowsOnFresh(finding) && ShowsAfterOthers(number, finding))
        {
            return AsFound(
                number, IsEnd(finding) ? finding : finding with { Violation = TestPollution.Of(finding.Violation) });
        }

        var executions = 0;
        var failure = FailureRecord.Of(finding);
        foreach (var candidate in Candidates(finding, count => executions += count))
        {
            using var server = new RenewedServer(create);
            failure = FailureRecord.Reproduced(server, ExaminerOf(server), candidate);
            if (failure.Reproduced || cancellation.IsCancellationRequested)
            {
                break;
            }
        }

        return failure with
        {
            Case = number,
            FoundAfter = finding.TestCase.Operations.Length,
            ShrinkExecutions = executions,
            OneOff = finding.Violation.Fault is not null && !failure.Reproduced,
        };
    }

    // The smallest first. A used server is faster out of process, and misleads if it keeps something; after a hang no
    // process is of further use anyway. What was found is the last resort.
    private IEnumerable<Finding> Candidates(Finding finding, Action<int> count)
    {
        if (shrink)
        {
            if (finding.Violation.Fault != ServerFault.DeadlineMissed)
            {
                yield return Shrunk(create(), finding, count);
            }

            yield return Shrunk(new RenewedServer(create), finding, count);
        }

        yield return finding;
    }

    private Finding Shrunk(IPartitionableServer server, Finding finding, Action<int> count)
    {
        using (server)
        {
            var attempts = finding.Violation.Fault switch
            {
                null => server is RenewedServer ? AttemptsAtFaults : SequenceShrinker.Attempts,
                ServerFault.DeadlineMissed => AttemptsAtHangs,
                _ => AttemptsAtFaults,
            };
            var examiner = ExaminerOf(server);
            var small = finding.Violation.Fault is null
                ? Shrink(cancellation)
                : faultTime.Spend(Shrink, cancellation);
            count(examiner.Executions);
            return small;

            Finding Shrink(CancellationToken enough) =>
                new SequenceShrinker(examiner, attempts, IsKnown, enough).Shrink(finding);
        }
    }

    // A death or a hang is one whatever was left behind. Many depend on time: QEMU's pseries dies in some runs of the
    // same operations, and its reset was blamed for that.
    private static bool IsEnd(Finding finding) =>
        finding.Violation.Fault is ServerFault.Ended or ServerFault.DeadlineMissed;

    // Several times, since a server that takes choices at random may break a rule in some runs only.
    private bool ShowsOnFresh(Finding finding)
    {
        for (var attempt = 0; attempt < AttemptsOnFresh; attempt++)
        {
            using var server = create();
            if (ExaminerOf(server).Examine(finding.TestCase) is not null)
            {
                return true;
            }
        }

        return false;
    }

    // On a server that was just made nothing is wrong. If it is after the cases that were drawn together with this one,
    // they have left something behind.
    private bool ShowsAfterOthers(int number, Finding finding)
    {
        if (number < 0)
        {
            // It was remembered, and not drawn.
            return false;
        }

        using var server = create();
        var runner = new SequenceRunner(server, claims);
        foreach (var earlier in cases.Before(number))
        {
            if (cancellation.IsCancellationRequested)
            {
                return false;
            }

            runner.Run(earlier.Setup, cases.OperationsOf(earlier, length), earlier.ObservationPolicy);
        }

        return ExaminerOf(server).Examine(finding.TestCase) is not null;
    }

    private Examiner ExaminerOf(IPartitionableServer server) => new(new SequenceRunner(server, claims), profile);
}
