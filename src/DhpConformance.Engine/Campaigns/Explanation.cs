using DhpConformance.Abstractions;
using DhpConformance.Engine.Execution;
using DhpConformance.Engine.Generation;
using DhpConformance.Engine.Judging;
using DhpConformance.Engine.Results;
using DhpConformance.Engine.Shrinking;

namespace DhpConformance.Engine.Campaigns;

/// <summary>Makes a failure of what was found: on a fresh server, as small as possible, with what was seen.</summary>
internal sealed class Explanation(
    Func<IPartitionableServer> create,
    Claims claims,
    Profile profile,
    SuiteOptions options,
    CaseGenerator cases,
    CaseOperations operations,
    CancellationToken cancellation)
{
    // Each candidate of a hang costs a deadline, and where something breaks it may cost a process.
    private const int AttemptsAtHangs = 6;
    private const int AttemptsAtFaults = 300;

    /// <summary>What was found, explained.</summary>
    /// <param name="number">The case it was found in.</param>
    /// <param name="finding">What was found, and showed again when the case was done once more.</param>
    public Failure Of(int number, Finding finding)
    {
        using var server = create();
        if (ExaminerOf(server).Examine(finding.Trial) is null && ShowsAfterOthers(number, finding))
        {
            return Leak(number, finding);
        }

        var examiner = ExaminerOf(server);
        var attempts = finding.Violation.Fault switch
        {
            null => SequenceShrinker.Attempts,
            ServerFault.DeadlineMissed => AttemptsAtHangs,
            _ => AttemptsAtFaults,
        };
        var small = options.Shrink ? new SequenceShrinker(examiner, attempts, cancellation).Shrink(finding) : finding;
        var trials = examiner.Executions;
        return FailureRecord.Witnessed(server, examiner, small) with
        {
            Case = number,
            FoundAfter = finding.Trial.Operations.Length,
            ShrinkTrials = trials,
        };
    }

    /// <summary>A server that broke once, and not again.</summary>
    public static Failure OfOneOff(int number, Finding finding) =>
        FailureRecord.Of(finding) with { Case = number, OneOff = true };

    // On a server that was just made nothing is wrong. If it is after the cases that were drawn together with this one,
    // they have left something behind.
    private bool ShowsAfterOthers(int number, Finding finding)
    {
        using var server = create();
        var runner = new SequenceRunner(server, claims);
        var batch = cases.Generate(number / CaseGenerator.Batch);
        foreach (var earlier in batch.Take(number % CaseGenerator.Batch))
        {
            if (cancellation.IsCancellationRequested)
            {
                return false;
            }

            runner.Run(earlier.Setup, operations.Of(earlier, options.Length), earlier.Look);
        }

        return ExaminerOf(server).Examine(finding.Trial) is not null;
    }

    private static Failure Leak(int number, Finding finding) => FailureRecord.Of(finding) with
    {
        Rule = null,
        Case = number,
        Subject = "the reset",
        Expected = "a fresh server, with nothing of what happened before",
        Observed = $"something of an earlier case has survived the reset: {finding.Violation.Subject}, expected "
            + $"{finding.Violation.Expected}, observed {finding.Violation.Observed}. On a server that was just made "
            + "the same is right. Let the reset forget everything, or start a fresh process for each case with "
            + "--restart-per-case.",
        Reproduced = true,
    };

    private Examiner ExaminerOf(IPartitionableServer server) => new(new SequenceRunner(server, claims), profile);
}
