using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Model.State;
using DhpConformance.Model.Transitions;

namespace DhpConformance.Tests.Model.Formal;

/// <summary>The C# model with a fault.</summary>
/// <param name="Says">What it does.</param>
/// <param name="Graph">The scope in which it has to be noticed.</param>
/// <param name="Noticed">What the first disagreement is about.</param>
/// <param name="Change">The fault: what it makes of a right decision.</param>
internal sealed record SeededFault(
    string Says, string Graph, string Noticed, Func<Operation, Decision, Decision> Change)
{
    /// <summary>
    /// Whether walks come across it as well. That parked parts fill a partition to its limit is too rare for them.
    /// </summary>
    public bool IsInWalks { get; init; } = true;

    public Decision Decide(ServerState state, Operation operation) =>
        Change(operation, Transition.Decide(state, operation));

    /// <summary>One for each reason to refuse, and one for each part of a state that is compared.</summary>
    public static ImmutableArray<SeededFault> All { get; } =
    [
        Overlooks(RefusalReason.Incompatible, "spares", "HotReplace"),
        Overlooks(RefusalReason.InUse, "strangers", "AssignUnit"),
        Overlooks(RefusalReason.NotAssigned, "strangers", "ReleaseUnit"),
        Overlooks(RefusalReason.NotPresent, "strangers", "Unit"),
        Overlooks(RefusalReason.NotRunning, "strangers", "Partition"),
        Overlooks(RefusalReason.NotStopped, "strangers", "PowerOnServer"),
        Overlooks(RefusalReason.NotDynamic, "static", "Unit"),
        Overlooks(RefusalReason.NotSupported, "x86", "Hot"),
        Overlooks(RefusalReason.LimitExceeded, "limits", "HotAdd"),
        Overlooks(RefusalReason.Insufficient, "x86", "StartPartition"),
        Overlooks(RefusalReason.Unavailable, "outage", "completed"),
        Overlooks(RefusalReason.Invalid, "faults", "InjectStartFailure"),
        new("names one of two reasons", "x86", "refused", (_, right) => right.Refusals.Reasons.Count() > 1
            ? right with { Refusals = ReasonSet.None.With(right.Refusals.Reasons.First(), true) }
            : right),
        new("carries out what it refuses", "x86", "after", (operation, right) =>
            operation is ReleaseUnit && right.IsRefusal
                ? right with { Next = right.Before with { PoweredOn = !right.Before.PoweredOn } }
                : right),
        new("calls a failed add completed", "faults", "failed", (_, right) => right with { Failure = null }),
        new("calls an add in parts completed", "faults", "partly", (_, right) => right with { Partly = false }),
        new("forgets a start", "x86", "after StartPartition", (operation, right) =>
            operation is StartPartition ? right with { Next = right.Before } : right),
        new("stays dark", "x86", "after PowerOnServer", (operation, right) =>
            operation is PowerOnServer ? right with { Next = right.Next with { PoweredOn = false } } : right),
        new("is never available again", "outage", "after InjectServiceProcessorOutage", (_, right) =>
            right with { Next = right.Next with { Outage = right.Before.Outage || right.Next.Outage } }),
        new("grows the pools in an add", "x86", "pools of", (operation, right) =>
            operation is HotAdd { Partition: var id } && right.IsGrant
                ? right with { Next = Sized(right.Next, right.Next.Inventory.Find(id)) }
                : right),
        new("knows where a switch is that is left open", "spares", "either", (operation, right) =>
            operation is HotReplace && right.IsGrant ? right with { Next = Switched(right) } : right),
        new("uses a start failure up at once", "faults", "after InjectStartFailure", (operation, right) =>
            operation is InjectStartFailure ? right with { Next = right.Before } : right),
        new("starts parked parts in the end", "faults", "parks", (_, right) => right with { Next = Unparked(right) }),
        new("forgets the latest operation", "strangers", "latest", (_, right) => right with { Next = Silent(right) }),

        new("calls a start failure of an unknown unit invalid", "strangers", "InjectStartFailure", (operation, right) =>
            operation is InjectStartFailure && right.Refusals.Contains(RefusalReason.NotPresent)
                ? right with { Refusals = ReasonSet.None.With(RefusalReason.Invalid, true) }
                : right),
        new("switches a unit that is not there", "strangers", "SwitchUnitPower", (operation, right) =>
            operation is SwitchUnitPower && right.Refusals.Only == RefusalReason.NotPresent
                ? right with { Refusals = ReasonSet.None }
                : right),
        new("forgets in an outage that the map is locked", "locked", "AssignUnit", (_, right) =>
            right.Refusals.Contains(RefusalReason.Unavailable)
                ? right with { Refusals = Without(RefusalReason.NotDynamic, right.Refusals) }
                : right),
        new("finds room where parked parts are", "parked", "HotAdd", (operation, right) =>
            operation is HotAdd { Partition: var id } && right.Refusals.Only == RefusalReason.LimitExceeded
                && !right.Before.Partitions[right.Before.Inventory.Find(id)].Parked.IsEmpty
                ? right with { Refusals = ReasonSet.None }
                : right) { IsInWalks = false },

        // One that shows only on the second way into a state, which a comparison of the first one only would miss.
        new("takes a crash that was switched off for a crash", "outage", "after PowerOffServer", (operation, right) =>
            operation is PowerOffServer && right.Before.Partitions.Any(one => one.State == RunState.Crashed)
                ? right with { Next = right.Next with { Partitions = right.Before.Partitions } }
                : right),
    ];

    private static SeededFault Overlooks(RefusalReason reason, string graph, string noticed) => new(
        $"overlooks that it is {Words.Of(reason)}", graph, noticed, (_, right) =>
            right.Refusals.Only == reason ? right with { Refusals = ReasonSet.None } : right);

    private static ReasonSet Without(RefusalReason reason, ReasonSet all) => all.Reasons
        .Where(one => one != reason)
        .Aggregate(ReasonSet.None, (some, one) => some.With(one, true));

    private static ServerState Sized(ServerState state, int partition) => state with
    {
        Partitions = state.Partitions.SetItem(
            partition, state.Partitions[partition] with { MemoryAtStart = state.Partitions[partition].Memory }),
    };

    private static ServerState Switched(Decision right) => right.Next with
    {
        Units = right.Next.Units.With(
            right.Unit, right.Next.Units[right.Unit] with { Power = SwitchPosition.On }),
    };

    private static ServerState Unparked(Decision right) =>
        right.Next with { Partitions = [.. right.Next.Partitions.Select(one => one with { Parked = [] })] };

    private static ServerState Silent(Decision right) =>
        right.Next with { Partitions = [.. right.Next.Partitions.Select(one => one with { Latest = null })] };
}
