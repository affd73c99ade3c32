using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Coverage;
using DhpConformance.Engine.Generation;
using DhpConformance.Engine.Results;
using DhpConformance.Model.Rules;
using DhpConformance.Model.State;
using DhpConformance.Model.Transitions;

namespace DhpConformance.Engine.Runs;

/// <summary>
/// What the cases of a run put to the test on a server that breaks no rule, found out on the model alone. A rule that
/// they would reach there, and did not reach here, is behind a failure; one that they would not needs more cases.
/// </summary>
/// <param name="Table">What they reach.</param>
/// <param name="Sizes">At which sizes, as far as answers tell.</param>
internal sealed record RightServerCoverage(CoverageTable Table, SizeGoalSet Sizes)
{
    /// <summary>How often a rule is put to the test; 0 if never at a size that it asks for.</summary>
    public long Reached(Rule rule, Traits declared, SizeGoal? size) =>
        size is { } wanted && !Sizes.Contains(wanted) ? 0 : Table.Reached(rule, declared);

    /// <summary>
    /// What all cases of the run reach, if known failures were met: null otherwise, and where not all cases were
    /// executed, since it then says nothing that a rule was not reached.
    /// </summary>
    public static RightServerCoverage? IfMended(
        ImmutableArray<Failure> failures, CaseLedger ledger, CaseSource cases, SuiteOptions options, Claims claims) =>
        KnownViolations.Of(options)?.Met(failures).IsEmpty == false && ledger.Cases >= options.CasesOfShard
            ? Of(cases, options, claims)
            : null;

    /// <summary>What all cases of the run reach.</summary>
    public static RightServerCoverage Of(CaseSource cases, SuiteOptions options, Claims claims)
    {
        var reached = new CoverageTable();
        var sizes = SizeGoalSet.None;
        var queue = new CaseQueue(options);
        while (queue.Next() is { } batch)
        {
            foreach (var drawn in cases.Batch(batch.Number).Take(batch.Count))
            {
                sizes = sizes.With(Count(drawn, cases, options.Length, claims, reached));
            }
        }

        return new(reached, sizes);
    }

    private static SizeGoalSet Count(
        GeneratedCase drawn, CaseSource cases, int length, Claims claims, CoverageTable reached)
    {
        var sizes = new CaseSizes(new Inventory(drawn.Setup, claims));
        var state = ServerState.Initial(new Inventory(drawn.Setup, claims));
        var source = cases.OperationsOf(drawn, length);
        while (source.Next(state) is { } operation)
        {
            var decision = Transition.Decide(state, operation);
            var outcome = decision.IsRefusal ? Outcome.Refused(decision.Refusals.Reasons.First()) : decision.Endings[0];
            reached.Count(decision);
            reached.CountGoals(operation, decision, outcome);
            reached.Count(Notified(decision), state.Inventory.IsMixed);
            sizes.Answered(decision, outcome);
            state = decision.After(outcome);
        }

        return sizes.Goals;
    }

    // When a consumer is notified is free; that it is notified by the time the server has settled is not.
    private static CoverageGoalSet Notified(in Decision decision)
    {
        var partition = decision.Partition;
        if (decision.IsRefusal || decision.Operation is not (OperationKind.HotAdd or OperationKind.HotReplace)
            || decision.Before.ConsumerState is not { } consumers || !consumers.HasIn(partition))
        {
            return CoverageGoalSet.None;
        }

        var isFailing = decision.Operation == OperationKind.HotAdd && (decision.Partly || decision.Failure is not null)
            && decision.Before.Inventory.Kind(decision.Unit) == UnitKind.Processor;
        return CoverageGoalSet.None
            .With(CoverageGoal.Told)
            .With(CoverageGoal.FailureOwed, isFailing && consumers.HasIn(partition, one => one.IsSynchronous));
    }
}
