using DhpConformance.Abstractions;
using DhpConformance.Engine.Attribution;
using DhpConformance.Engine.Execution;
using DhpConformance.Engine.Results;

namespace DhpConformance.Engine.Findings;

/// <summary>Writes a finding down as a failure.</summary>
internal static class FailureRecord
{
    /// <summary>As it was found, and not yet seen again.</summary>
    public static Failure Of(Finding finding) => new()
    {
        Rule = finding.Violation.Rule,
        Case = 0,
        FoundAfter = finding.TestCase.Operations.Length,
        ShrinkExecutions = 0,
        ObservationPolicy = finding.TestCase.ObservationPolicy,
        Setup = finding.TestCase.Setup,
        Operations = finding.TestCase.Operations,
        Subject = finding.Violation.Subject,
        Expected = finding.Violation.Expected,
        Observed = finding.Violation.Observed,
        Evidence = finding.Violation.Evidence,
        Reproduced = false,
    };

    /// <summary>
    /// With what it takes to believe it: it is executed twice more, to see it again and to write down what is answered.
    /// </summary>
    public static Failure Reproduced(IPartitionableServer server, Examiner examiner, Finding finding)
    {
        var again = examiner.Examine(finding.TestCase);
        var recorder = new TraceRecorder(server);
        recorder.Watch(finding.TestCase);
        return Of(finding) with
        {
            Answers = recorder.Answers,
            Seen = recorder.Seen,
            Reproduced = again is not null && again.Violation.Rule == finding.Violation.Rule,
        };
    }
}
