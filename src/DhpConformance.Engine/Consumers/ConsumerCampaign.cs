using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Model.Consumers;

namespace DhpConformance.Engine.Consumers;

/// <summary>Puts one consumer through all cases, and makes what it finds small.</summary>
internal sealed class ConsumerCampaign
{
    // Experiments cost up to nine runs each; by then there is enough to look at.
    private const int MostFailingCases = 200;

    // A consumer that fails in every case shows nothing new, and each failure may end a process.
    private const int MostFailingWithoutSuccess = 25;

    private readonly ConsumerSuiteOptions options;
    private readonly ConsumerDescription description;
    private readonly ConsumerExaminer examiner;
    private readonly Dictionary<string, long> reached = [];
    private readonly Dictionary<string, ConsumerFailure> failures = [];
    private readonly CancellationToken cancellation;
    private ConsumerFailure? fault;
    private int cases;

    public ConsumerCampaign(
        Func<IConsumerUnderTest> create,
        ConsumerDescription description,
        ConsumerSuiteOptions options,
        CancellationToken cancellation)
    {
        (this.options, this.description, this.cancellation) = (options, description, cancellation);
        examiner = new(create, description, options.Rules);
    }

    /// <summary>How often the consumer was driven through a case; it grows as long as the consumer comes
    /// back.</summary>
    public long Runs => examiner.Runs;

    /// <summary>Goes through all cases, until there is enough to look at.</summary>
    public void Run()
    {
        var found = new Dictionary<string, (int Case, ConsumerFinding Finding)>();
        var failing = 0;
        for (; cases < options.Cases && failing < MostFailingCases && fault is null; cases++)
        {
            if (cancellation.IsCancellationRequested)
            {
                break;
            }

            if (failing == cases && failing == MostFailingWithoutSuccess)
            {
                break;
            }

            if (Examine(cases) is { } finding)
            {
                failing++;
                found.TryAdd(finding.Judgement.Rule, (cases, finding));
            }
        }

        foreach (var (rule, (number, finding)) in found)
        {
            failures[rule] = Shrunk(number, finding);
        }
    }

    /// <summary>What is known by now.</summary>
    public ConsumerResults Results() => new ConsumerVerdicts(
        description,
        options,
        reached,
        [
            .. failures.Values.OrderBy(one => ConsumerRuleCatalog.All.IndexOf(ConsumerRuleCatalog.Find(one.Rule!)!)),
            .. fault is null ? ImmutableArray<ConsumerFailure>.Empty : [fault],
        ])
    {
        IsComplete = !cancellation.IsCancellationRequested,
    }.Results(cases);

    /// <summary>Leaves a consumer behind that does not come back.</summary>
    public ConsumerResults GiveUp(TimeSpan after)
    {
        fault = FaultOf(
            cases,
            examiner.Latest,
            $"The consumer did not come back for {after.TotalSeconds:0} s from event "
            + $"{(examiner.Current is { } happening ? CallNames.Of(happening) : "none")}: it hangs, or waits for "
            + "something that is not a call. Return from each event.");
        return Results();
    }

    public static ConsumerFailure Of(int number, ConsumerFinding finding) => new()
    {
        Rule = finding.Judgement.Rule,
        Case = number,
        Machine = finding.Case.Machine,
        Steps = finding.Case.Steps,
        Expected = finding.Judgement.Expected!,
        Observed = finding.Judgement.Observed!,
        Timeline = TraceText.Of(finding.Trace, finding.Case.Steps, finding.Judgement.At),
    };

    private ConsumerFinding? Examine(int number)
    {
        var @case = ConsumerCaseGenerator.Case(options.Seed, number, description);
        try
        {
            var (judgements, finding) = examiner.Examine(@case);
            var tested = judgements.Select(judgement => judgement.Rule);
            foreach (var rule in finding is null ? tested : tested.Append(finding.Judgement.Rule))
            {
                reached[rule] = reached.GetValueOrDefault(rule) + 1;
            }

            return finding;
        }
        catch (ConsumerFaultException exception)
        {
            fault = FaultOf(number, @case, exception.Message);
            return null;
        }
    }

    private ConsumerFailure Shrunk(int number, ConsumerFinding finding)
    {
        try
        {
            return Of(number, new ConsumerShrinker(examiner).Shrink(finding));
        }
        catch (ConsumerFaultException)
        {
            // What it breaks on the way to something smaller says nothing of what was found.
            return Of(number, finding);
        }
    }

    private static ConsumerFailure FaultOf(int number, ConsumerCase @case, string message) => new()
    {
        Case = number,
        Machine = @case.Machine,
        Steps = @case.Steps,
        Expected = "the contract kept",
        Observed = message,
        Timeline = [],
    };
}
