using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Cases;
using DhpConformance.Engine.Coverage;
using DhpConformance.Engine.Execution;
using DhpConformance.Engine.Generation;
using DhpConformance.Engine.Results;
using DhpConformance.Engine.Verdicts;
using DhpConformance.Model.State;

namespace DhpConformance.Engine.Runs;

/// <summary>
/// Finds cases that are worth keeping although nothing is wrong with them: a rule that few cases test would otherwise
/// be tested late in the next run, or not at all by another seed. Executes each of them once more, and ends it at the
/// step that puts the rule to the test.
/// </summary>
/// <param name="cases">The cases of the run.</param>
/// <param name="claims">What the implementation claims.</param>
/// <param name="options">The run.</param>
/// <param name="ledger">Which case reached what first.</param>
internal sealed class RareCases(CaseSource cases, Claims claims, SuiteOptions options, CaseLedger ledger)
{
    /// <summary>The cases for the rarest rules of a profile, no case twice.</summary>
    public ImmutableArray<RareCase> Of(
        ProfileResult result, Func<IPartitionableServer> create, CancellationToken cancellation)
    {
        var wanted = RareRule.Of(result)
            .Select(rule => (Rule: rule, Number: FirstCase(rule) ?? -1))
            .Where(one => one.Number >= 0)
            .DistinctBy(one => one.Number)
            .Take(options.MostRareCases)
            .ToList();
        var found = ImmutableArray.CreateBuilder<RareCase>();
        if (wanted.Count == 0 || ledger.GivenUp is not null)
        {
            return [];
        }

        try
        {
            Workers.Run(1, Execute, cancellation);
        }
        catch (ServerFaultException)
        {
            // All verdicts are there already: a server that cannot be made once more must not cost the run.
            return [];
        }

        return cancellation.IsCancellationRequested ? [] : found.ToImmutable();

        void Execute()
        {
            using var server = create();
            foreach (var (rule, number) in wanted.TakeWhile(_ => !cancellation.IsCancellationRequested))
            {
                if (Again(server, rule, number) is { } testCase)
                {
                    found.Add(new(rule.Rule.Id, result.Profile, number, testCase));
                }
            }
        }
    }

    private int? FirstCase(RareRule rare) =>
        rare.Size is { } size ? ledger.Sizes.FirstCase(size) : ledger.Coverage.FirstCase(rare.Rule);

    // Null if the implementation does not do the same again, or something is wrong before.
    private TestCase? Again(IPartitionableServer server, RareRule rare, int number)
    {
        var drawn = cases.Case(number);
        var reached = new CoverageTable();
        var runner = new SequenceRunner(server, claims, reached, new SizeTable());
        var source = new OperationsUntil(cases.OperationsOf(drawn, options.Length), IsReached);
        return runner.Run(drawn.Setup, source, drawn.ObservationPolicy) is null && IsReached()
            ? new(drawn.Setup, [.. runner.Executed], drawn.ObservationPolicy)
            : null;

        bool IsReached() => rare.Size is { } size
            ? runner.Sizes!.Goals.Contains(size)
            : reached.FirstCase(rare.Rule) is not null;
    }

    private sealed class OperationsUntil(IOperationSource source, Func<bool> isOver) : IOperationSource
    {
        public Operation? Next(ServerState state) => isOver() ? null : source.Next(state);
    }
}
