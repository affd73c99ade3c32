using System.Collections.Immutable;

namespace DhpConformance.Model.Consumers;

/// <summary>Holds a trace against the duties.</summary>
public static class ConsumerJudge
{
    private static readonly ImmutableArray<Func<ConsumerTrace, IEnumerable<Judgement>>> Checkers =
    [
        TargetChecker.Check,
        ProcessorChecker.Check,
        CallbackChecker.Check,
        RegistrationChecker.Check,
        ArrivalChecker.Check,
        ApplicationChecker.Check,
        MemoryChecker.Check,
        StopChecker.Check,
        PowerChecker.Check,
        RequestChecker.Check,
        SurvivalChecker.Check,
    ];

    /// <summary>Everything that was put to the test, of the duties that bind this consumer, by place.</summary>
    public static ImmutableArray<Judgement> Judge(ConsumerTrace trace) =>
    [
        .. Checkers.SelectMany(check => check(trace))
            .Where(judgement => ConsumerRuleCatalog.Find(judgement.Rule)!.WhyNot(trace.Description) is null)
            .OrderBy(judgement => judgement.At),
    ];
}
