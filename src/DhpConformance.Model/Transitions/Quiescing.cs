using DhpConformance.Abstractions;
using DhpConformance.Model.State;

namespace DhpConformance.Model.Transitions;

/// <summary>Whether a partition can be put to sleep for a hot replace. Decisions G-76, G-78, G-79.</summary>
internal static class Quiescing
{
    /// <summary>A device that is not dynamic: the replace is refused.</summary>
    public static bool IsImpossible(ServerState state, int partition) =>
        Has(state, partition, device => device.NonDynamic);

    /// <summary>A device that never reaches D3: the replace fails.</summary>
    public static bool MustFail(ServerState state, int partition) =>
        Has(state, partition, device => device.NeverReachesD3);

    /// <summary>A driver that rejects query-power: the server may give up, or go on all the same.</summary>
    public static bool MayFail(ServerState state, int partition) =>
        Has(state, partition, device => device.RejectsQueryPower);

    /// <summary>The failure of a hot replace that cannot be carried out, with any reason that applies.</summary>
    public static Decision Failed(in Decision decision)
    {
        var (state, partition) = (decision.Before, decision.Partition);
        var startFails = state.Units[decision.Spare].FailingComponents > 0;
        return MustFail(state, partition)
            ? decision with
            {
                Failure = FailureReason.QuiesceFailed,
                Or = startFails ? new OtherEnding(FailureReason.StartFailed, decision.Next) : null,
            }
            : decision with
            {
                Failure = FailureReason.StartFailed,
                Or = MayFail(state, partition) ? new OtherEnding(FailureReason.QuiesceFailed, decision.Next) : null,
            };
    }

    private static bool Has(ServerState state, int partition, Func<DeviceScript, bool> like) =>
        state.ConsumerState is { } consumers && Has(consumers, partition, like);

    // What captures a variable costs memory as soon as the method is entered: not for servers without consumers.
    private static bool Has(ConsumerState consumers, int partition, Func<DeviceScript, bool> like) =>
        consumers.HasIn(partition, driver => driver.Device is { } device && like(device));
}
