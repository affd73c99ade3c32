using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Cases;
using DhpConformance.Engine.Execution;
using DhpConformance.Engine.Judging;
using DhpConformance.Model.Rules;
using DhpConformance.Model.State;
using DhpConformance.Model.Transitions;

namespace DhpConformance.Engine.Runs;

/// <summary>
/// The operations of a case that goes on after known failures: what led to one is left out, and the same beginning
/// without it is executed on a server that was reset. What has led to a few of them is not asked for any more.
/// </summary>
/// <param name="source">The operations of the case.</param>
/// <param name="setup">The server of the case.</param>
/// <param name="probe">Executes beginnings; nothing is counted.</param>
/// <param name="claims">What the implementation claims.</param>
internal sealed class CaseContinuation(
    IOperationSource source, ServerSetup setup, SequenceRunner probe, Claims claims) : IOperationSource
{
    // Each of them executes the beginning of the case once more.
    private const int MostFailures = 12;

    // Each of them may cost a process.
    private const int MostDeaths = 3;

    // An operation that fails each time as it is known to shows nothing else after these.
    private const int MostOfAKind = 3;

    private const int MostCauses = 6;

    private readonly Dictionary<(OperationKind, UnitKind?, RequiredAnswer), int> kinds = [];
    private readonly HashSet<(OperationKind, UnitKind?)> fatal = [];
    private ImmutableArray<Operation> ahead = [];
    private int place;
    private int failures;
    private int deaths;

    /// <summary>How many operations at the beginning are known to be right.</summary>
    public int Known { get; private set; }

    /// <inheritdoc/>
    public Operation? Next(ServerState state)
    {
        while (true)
        {
            var operation = place < ahead.Length ? ahead[place] : source.Next(state);
            place++;
            if (operation is null || place <= Known || !IsLeftOut(state, operation))
            {
                return operation;
            }
        }
    }

    /// <summary>Leaves out what led to a known failure. False if the case cannot go on.</summary>
    /// <param name="executed">The operations so far, up to the one after which the failure showed.</param>
    /// <param name="violation">The failure.</param>
    /// <param name="policy">When the server was observed.</param>
    public bool LeavesOut(ImmutableArray<Operation> executed, Violation violation, ObservationPolicy policy)
    {
        var isDeath = violation.Fault is not null;
        if (++failures > MostFailures || (isDeath && ++deaths > MostDeaths)
            || StepOf(executed, violation, policy) is not { } step)
        {
            return false;
        }

        var cause = CauseOf(executed[..step]);
        var situation = SituationOf(executed, cause);
        if (isDeath)
        {
            fatal.Add((situation.Operation, situation.Kind));
        }

        var kind = KindOf(situation);
        kinds[kind] = kinds.GetValueOrDefault(kind) + 1;
        ahead = executed.RemoveAt(cause);
        Known = step - 1;
        place = 0;
        return true;
    }

    // What was seen at the end only is looked for; the implementation may not show it again.
    private int? StepOf(ImmutableArray<Operation> executed, Violation violation, ObservationPolicy policy)
    {
        var step = policy == ObservationPolicy.AtTheEnd && violation.Step == executed.Length && violation.Fault is null
            ? Try(executed)?.Step
            : violation.Step;
        return step > 0 ? step : null;
    }

    // Hot add, settle, and a driver got no notification: without the settle, the debt of the hot add would stay.
    private int CauseOf(ImmutableArray<Operation> executed)
    {
        var last = executed.Length - 1;
        return executed[last] is not Settle
            ? last
            : Enumerable.Range(0, last).Reverse()
                .Where(i => executed[i] is HotAdd or HotReplace or HotRemove or RegisterDriver or RegisterApplication
                    or SubmitIo)
                .Take(MostCauses)
                .FirstOrDefault(i => Try(executed.RemoveAt(i)) is null, last);
    }

    private Violation? Try(ImmutableArray<Operation> operations) =>
        probe.Run(setup, new ListedOperations(operations), ObservationPolicy.AfterEveryOperation);

    private Situation SituationOf(ImmutableArray<Operation> executed, int cause)
    {
        var state = ServerState.Initial(new Inventory(setup, claims));
        foreach (var operation in executed[..cause])
        {
            var decision = Transition.Decide(state, operation);
            state = decision.IsRefusal ? state : decision.Next;
        }

        return Transition.Decide(state, executed[cause]).Situation;
    }

    private bool IsLeftOut(ServerState state, Operation operation) => kinds.Count > 0
        && Transition.Decide(state, operation).Situation is var situation
        && (fatal.Contains((situation.Operation, situation.Kind))
            || kinds.GetValueOrDefault(KindOf(situation)) >= MostOfAKind);

    private static (OperationKind, UnitKind?, RequiredAnswer) KindOf(Situation situation) =>
        (situation.Operation, situation.Kind, situation.Required);
}
