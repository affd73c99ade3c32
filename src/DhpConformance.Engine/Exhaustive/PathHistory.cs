using DhpConformance.Abstractions;
using DhpConformance.Model.Rules;
using DhpConformance.Model.State;
using DhpConformance.Model.Transitions;

namespace DhpConformance.Engine.Exhaustive;

/// <summary>
/// What happened on the way to a state and has left no trace in it: states that differ in nothing else are merged, and
/// a server that goes wrong because of it goes wrong on some ways only.
/// </summary>
[Flags]
internal enum PathHistory
{
    /// <summary>None of it.</summary>
    None = 0,

    /// <summary>A hot add was refused at the limit, and for no other reason.</summary>
    RefusedAtLimit = 1,

    /// <summary>A partition crashed that had parked components.</summary>
    CrashedWithParked = 2,

    /// <summary>A hot operation was carried out.</summary>
    HotOperation = 4,
}

/// <summary>Follows the history along a path.</summary>
internal static class PathHistories
{
    /// <summary>The history after a request in a state.</summary>
    public static PathHistory After(PathHistory history, in Decision decision)
    {
        var operation = decision.Situation.Operation;
        if (decision.IsRefusal)
        {
            return operation == OperationKind.HotAdd && decision.Refusals.Only == RefusalReason.LimitExceeded
                ? history | PathHistory.RefusedAtLimit
                : history;
        }

        var isHot = operation is OperationKind.HotAdd or OperationKind.HotReplace or OperationKind.HotRemove;
        return history
            | (isHot ? PathHistory.HotOperation : PathHistory.None)
            | (Crashes(decision.Before, decision.Next) ? PathHistory.CrashedWithParked : PathHistory.None);
    }

    private static bool Crashes(ServerState before, ServerState after)
    {
        for (var place = 0; place < before.Partitions.Length; place++)
        {
            if (!before.Partitions[place].Parked.IsEmpty && after.Partitions[place].State == RunState.Crashed)
            {
                return true;
            }
        }

        return false;
    }
}
