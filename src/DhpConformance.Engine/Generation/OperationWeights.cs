using DhpConformance.Abstractions;
using DhpConformance.Model.Rules;

namespace DhpConformance.Engine.Generation;

/// <summary>How often each operation is drawn: one table, so that the mix is seen and changed in one place.</summary>
internal static class OperationWeights
{
    // Plain cases put the core to the test. Cases with consumers have more to tell them: bursts of adds, faults, and
    // replaces while arrivals are still to come. Two columns keep partitions running for hundreds of operations, and
    // two are those of workloads. The last two do hundreds of times what other cases do a few times.
    private static readonly (
        OperationKind Operation,
        double Plain,
        double Consumers,
        double Replaces,
        double Adds,
        double Churn,
        double Burst,
        double Starts,
        double Registrations,
        Claims OneOf)[] Weights =
    [
        (OperationKind.HotAdd, 26, 24, 8, 60, 40, 70, 10, 20, default),
        (OperationKind.HotReplace, 20, 14, 80, 6, 24, 5, 2, 6, default),
        (OperationKind.HotRemove, 8, 1, 2, 20, 16, 5, 1, 2, default),
        (OperationKind.AssignUnit, 8, 1, 0, 0, 2, 1, 20, 0, default),
        (OperationKind.ReleaseUnit, 6, 3, 0, 0, 9, 1, 18, 0, default),
        (OperationKind.SwitchUnitPower, 4, 1, 1, 1, 0.5, 0.5, 4, 1, Claims.Of(Claim.UnitPower)),
        (OperationKind.StartPartition, 9, 5, 1, 1, 7, 3, 14, 2, default),
        (OperationKind.StopPartition, 3, 2, 0, 0, 4, 0.5, 14, 0, default),
        (OperationKind.RestartPartition, 3, 2, 0, 0, 1, 0.5, 9, 0.4, default),
        (OperationKind.PowerOffServer, 1, 0.4, 0, 0, 0, 0, 3, 0, default),
        (OperationKind.PowerOnServer, 1, 0.4, 0, 0, 0, 0, 3, 0, default),
        (OperationKind.InjectPartitionError, 3, 1.6, 0, 0, 0.5, 0.5, 13, 0, Claims.Of(Claim.PartitionErrors)),
        (OperationKind.InjectStartFailure, 5, 7, 1, 2, 2, 5, 3, 12, Claims.Of(Claim.StartFailures)),
        (OperationKind.InjectServiceProcessorOutage, 2, 0.4, 0, 0, 0, 0, 4, 0, Outages),
        (OperationKind.RegisterDriver, 0, 14, 0, 1.5, 1, 4, 0.5, 18, Drivers),
        (OperationKind.RegisterApplication, 0, 5, 0, 1, 0.5, 2, 0.5, 7, Claims.Of(Claim.ApplicationNotification)),
        (OperationKind.Deregister, 0, 4, 0, 0.3, 0.5, 0.5, 0, 14, Drivers.With(Claim.ApplicationNotification)),
        (OperationKind.SubmitIo, 0, 9, 0, 0.5, 0.5, 1, 0, 12, Claims.Of(Claim.DeviceIo)),
        (OperationKind.Settle, 1, 7, 1, 3, 1, 1, 1, 8, default),
    ];

    private static Claims Outages => Claims.Of(Claim.ServiceProcessorOutages);

    private static Claims Drivers => Claims.Of(
        Claim.SynchronousNotification, Claim.AsynchronousNotification, Claim.ResourceRebalance, Claim.Quiescence);

    /// <summary>Whether one of the claims is made that the operation needs, where it needs one.</summary>
    public static bool IsClaimed(OperationKind operation, Claims claims) => Weights.Any(row =>
        row.Operation == operation && (!row.OneOf.Any() || row.OneOf.Any(claims.Has)));

    /// <summary>Whether anything can be registered at all.</summary>
    public static bool AllowConsumers(Claims claims) =>
        claims.Has(Claim.ApplicationNotification) || Drivers.Any(claims.Has);

    /// <summary>
    /// A wheel of 256 places, each operation on as many as its weight asks for. An operation that is not claimed keeps
    /// one place, since it must be refused, except in the cases of six of the columns.
    /// </summary>
    public static OperationKind[] Wheel(Claims claims, OperationMix mix)
    {
        var weights = Weights
            .Select(row => (row.Operation, Weight: mix switch
            {
                OperationMix.Replaces => row.Replaces,
                OperationMix.Adds or OperationMix.Churn or OperationMix.Burst
                    or OperationMix.Starts or OperationMix.Registrations
                    when row.OneOf.Any() && !row.OneOf.Any(claims.Has) => 0,
                OperationMix.Adds => row.Adds,
                OperationMix.Churn => row.Churn,
                OperationMix.Burst => row.Burst,
                OperationMix.Starts => row.Starts,
                OperationMix.Registrations => row.Registrations,
                _ when row.OneOf.Any() && !row.OneOf.Any(claims.Has) => 0.25,
                OperationMix.Consumers => row.Consumers,
                _ => row.Plain,
            }))
            .Where(row => row.Weight > 0)
            .ToArray();
        var total = weights.Sum(row => row.Weight);
        var wheel = new OperationKind[256];
        var (sum, place) = (0.0, 0);
        foreach (var (operation, weight) in weights)
        {
            sum += weight;
            var end = Math.Max(place + 1, (int)Math.Round(sum / total * wheel.Length));
            while (place < Math.Min(end, wheel.Length))
            {
                wheel[place++] = operation;
            }
        }

        Array.Fill(wheel, OperationKind.HotAdd, place, wheel.Length - place);
        return wheel;
    }
}
