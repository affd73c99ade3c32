using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Model.Rules;
using DhpConformance.Model.State;

namespace DhpConformance.Model.Transitions;

/// <summary>Operations that were accepted: until the server has settled, their effect is whole or absent.</summary>
public static class Settling
{
    /// <summary>Settle: everything accepted ends. Never refused. Decision G-51.</summary>
    internal static Decision Decide(ServerState state)
    {
        var next = state;
        while (!next.Pending.IsEmpty)
        {
            next = Finish(next, 0);
        }

        return new(OperationKind.Settle, state, next, ReasonSet.None);
    }

    /// <summary>The state in which this operation was accepted and has had no effect yet.</summary>
    public static ServerState Accept(ServerState state, Operation operation)
    {
        ArgumentNullException.ThrowIfNull(state);
        return state with { Pending = state.Pending.Add(operation) };
    }

    /// <summary>
    /// Whether an operation has to wait for a pending one: a request about a consumer, for what was accepted in its
    /// partition. Decisions G-28, G-29. An implementation that claims no consumers refuses such a request at once. If
    /// it waited, the refusal of a driver would imply that an earlier hot remove had ended.
    /// </summary>
    /// <param name="decision">What the rules require in a state in which others are pending.</param>
    /// <param name="operation">What is asked.</param>
    public static bool MustWait(in Decision decision, Operation operation)
    {
        var state = decision.Before;
        PartitionId? partition = operation switch
        {
            RegisterDriver register => register.Partition,
            RegisterApplication register => register.Partition,
            Deregister deregister => PartitionOf(state, deregister.Consumer),
            SubmitIo submit => PartitionOf(state, submit.Driver),
            _ => null,
        };
        return decision.Refusals != ReasonSet.Any
            && partition is { } concerned && state.Inventory.Find(concerned) >= 0
            && state.Pending.Any(pending => Concerns(pending, concerned));
    }

    /// <summary>
    /// The state in which the pending operation at this place has ended. If something else has made it impossible in
    /// the meantime, it ends without effect.
    /// </summary>
    public static ServerState Finish(ServerState state, int place)
    {
        var decision = Ending(state, place);
        return decision.Next with { Outage = OutageAfter(state, decision) };
    }

    /// <summary>
    /// What the rules require of the pending operation at this place when it ends, in the state in which it is no
    /// longer pending. That the service processor is out by then is no reason to refuse it: it was accepted before.
    /// </summary>
    internal static Decision Ending(ServerState state, int place)
    {
        ArgumentNullException.ThrowIfNull(state);
        var without = state with { Pending = state.Pending.RemoveAt(place), Outage = false };
        return Transition.Decide(without, state.Pending[place]);
    }

    /// <summary>
    /// Every way in which the pending operation at this place may end. While the service processor is out, what it had
    /// accepted may also be lost: it ends without effect. So does what may be refused by now, such as the release of a
    /// unit that has become the last one.
    /// </summary>
    public static ImmutableArray<PendingEnd> Ends(ServerState state, int place)
    {
        ArgumentNullException.ThrowIfNull(state);
        var decision = Ending(state, place);
        var without = decision.Before with { Outage = state.Outage };
        ImmutableArray<PendingEnd> ended =
        [
            .. decision.Endings.Select(outcome => new PendingEnd(
                decision,
                outcome,
                decision.After(outcome) with { Outage = OutageAfter(state, decision) })),
        ];
        return ended.IsEmpty || state.Outage || !decision.MayBeRefused.IsEmpty
            ? ended.Add(new(decision, null, without))
            : ended;
    }

    // What ends during an outage does not end the outage, unless it is just that which was accepted.
    private static bool OutageAfter(ServerState state, in Decision decision) =>
        decision is { Operation: OperationKind.InjectServiceProcessorOutage, IsRefusal: false }
            ? decision.Next.Outage
            : state.Outage;

    private static PartitionId? PartitionOf(ServerState state, ConsumerId consumer) =>
        state.ConsumerState?.Find(consumer) is { } registration
            ? state.Inventory.Partition(registration.Partition) : null;

    private static bool Concerns(Operation pending, PartitionId partition) => pending switch
    {
        StartPartition start => start.Partition == partition,
        StopPartition stop => stop.Partition == partition,
        RestartPartition restart => restart.Partition == partition,
        HotAdd add => add.Partition == partition,
        HotReplace replace => replace.Partition == partition,
        HotRemove remove => remove.Partition == partition,
        InjectPartitionError error => error.Partition == partition,
        PowerOnServer or PowerOffServer => true,
        _ => false,
    };
}
