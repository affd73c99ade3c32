using DhpConformance.Abstractions;
using DhpConformance.Model.Rules;
using DhpConformance.Model.State;

namespace DhpConformance.Model.Transitions;

/// <summary>
/// What an operation means for the consumers that are registered, and for those that may be notified of it later.
/// </summary>
internal static class Consequences
{
    /// <summary>The decision, its next states with what it means for consumers.</summary>
    public static Decision Of(in Decision decision)
    {
        if (decision.IsRefusal)
        {
            return decision;
        }

        return decision.Operation switch
        {
            OperationKind.StopPartition or OperationKind.RestartPartition or OperationKind.InjectPartitionError =>
                decision with { Next = Ending(decision.Next, decision.Partition) },
            OperationKind.PowerOffServer => decision with { Next = EndingAll(decision.Next) },
            OperationKind.HotAdd => Added(decision),
            OperationKind.HotRemove => decision with { Next = Removed(decision) },
            OperationKind.Settle => decision with { Next = Settled(decision.Next) },
            _ => decision,
        };
    }

    private static ServerState Ending(ServerState state, int partition) => state with
    {
        Unsettled = UnsettledAdd.Without(state.Unsettled, partition),
        ConsumerState = state.ConsumerState?.Ending(partition),
    };

    private static ServerState EndingAll(ServerState state) =>
        Enumerable.Range(0, state.Partitions.Length).Aggregate(state, Ending);

    private static Decision Added(in Decision decision)
    {
        var (state, place) = (decision.Before, decision.Partition);
        var kind = state.Inventory.Kind(decision.Unit);
        if (decision.Before.ConsumerState is null)
        {
            return decision;
        }

        var offered = kind == UnitKind.Processor ? state.Inventory.Components(decision.Unit) : 0;
        var next = Notified(decision.Next, arrives: decision.Failure is null);
        return decision with
        {
            Next = next,
            Or = decision.Or is null ? null : decision.Or with { Next = next },
            ByTrait = decision.ByTrait is { } ending
                ? ending with { Next = Notified(ending.Next, arrives: true) }
                : null,
        };

        ServerState Notified(ServerState after, bool arrives)
        {
            var rebalances = arrives && kind == UnitKind.Processor
                && state.Inventory.Profile(place).Promises(Behaviour.ResourceRebalance);
            return after with
            {
                ConsumerState = after.ConsumerState!.Change(place, consumer => consumer with
                {
                    Offered = consumer.IsSynchronous ? consumer.Offered + offered : 0,
                    IsRenumberedUnseen = consumer.IsRenumberedUnseen
                        || (arrives && kind == UnitKind.Processor && consumer.Application is not null
                            && consumer.Affinity.IsDefault && consumer.MasksAtRegistration.IsDefault),
                    AwaitsArrivals = consumer.AwaitsArrivals || (arrives && consumer.Hears(kind)),
                    AwaitsRebalance = consumer.AwaitsRebalance
                        || (rebalances && consumer.Device is { } device && Participation.TakesPart(device)),
                }),
            };
        }
    }

    // Processors that are removed leave the affinities of applications.
    private static ServerState Removed(Decision decision)
    {
        var (state, place) = (decision.Before, decision.Partition);
        if (state.ConsumerState is null || state.Inventory.Kind(decision.Unit) != UnitKind.Processor)
        {
            return decision.Next;
        }

        var masks = Affinities.Masks(decision.Next, place);
        var gone = Affinities.Without(Affinities.Masks(state, place), masks);
        return decision.Next with
        {
            ConsumerState = decision.Next.ConsumerState!.Change(place, consumer => consumer with
            {
                Affinity = Affinities.Without(consumer.Affinity, gone),
                MasksAtRegistration = Affinities.Without(consumer.MasksAtRegistration, gone),
                MayHaveLostAll = consumer.MayHaveLostAll
                    || Affinities.LosesGroup(consumer.MasksAtRegistration, gone),
            }),
        };
    }

    private static ServerState Settled(ServerState state) => state with
    {
        Unsettled = null,
        ConsumerState = state.ConsumerState is null ? null : state.ConsumerState with
        {
            Registrations = [.. state.ConsumerState.Registrations.Select(consumer => consumer with
            {
                UnsettledRequests = 0,
                AwaitsArrivals = false,
                AwaitsRebalance = false,
            })],
        },
    };
}
