using DhpConformance.Abstractions;
using DhpConformance.Model.Rules;

namespace DhpConformance.Engine.Generation;

/// <summary>How often each operation is drawn: one table, so that the mix is seen and changed in one place.</summary>
internal static class OperationWeights
{
    // Plain cases put the core to the test. Crowded ones have consumers that listen, and more to tell them: bursts of
    // adds, faults, and replaces while something is still to be told.
    private static readonly (OperationKind Operation, double Plain, double Crowded, Claims OneOf)[] Weights =
    [
        (OperationKind.HotAdd, 26, 24, default),
        (OperationKind.HotReplace, 20, 10, default),
        (OperationKind.HotRemove, 8, 1, default),
        (OperationKind.AssignUnit, 8, 1, default),
        (OperationKind.ReleaseUnit, 6, 3, default),
        (OperationKind.SwitchUnitPower, 4, 1, Claims.Of(Claim.UnitPower)),
        (OperationKind.StartPartition, 9, 5, default),
        (OperationKind.StopPartition, 3, 2, default),
        (OperationKind.RestartPartition, 3, 2, default),
        (OperationKind.PowerOffServer, 1, 0.4, default),
        (OperationKind.PowerOnServer, 1, 0.4, default),
        (OperationKind.InjectPartitionError, 3, 1.6, Claims.Of(Claim.PartitionErrors)),
        (OperationKind.InjectStartFailure, 5, 4, Claims.Of(Claim.StartFailures)),
        (OperationKind.InjectServiceProcessorOutage, 2, 0.4, Claims.Of(Claim.ServiceProcessorOutages)),
        (OperationKind.RegisterDriver, 0, 14, Drivers),
        (OperationKind.RegisterApplication, 0, 5, Claims.Of(Claim.ApplicationNotification)),
        (OperationKind.Deregister, 0, 4, Drivers.With(Claim.ApplicationNotification)),
        (OperationKind.SubmitIo, 0, 9, Claims.Of(Claim.DeviceIo)),
        (OperationKind.Settle, 1, 7, default),
    ];

    private static Claims Drivers => Claims.Of(
        Claim.SynchronousNotification, Claim.AsynchronousNotification, Claim.ResourceRebalance, Claim.Quiescence);

    /// <summary>Whether anything can be registered at all.</summary>
    public static bool AllowCrowds(Claims claims) =>
        claims.Has(Claim.ApplicationNotification) || Drivers.Any(claims.Has);

    /// <summary>
    /// A wheel of 256 places, each operation on as many as its weight asks for. An operation that is not claimed
    /// keeps one place: that it is refused cleanly is looked at, too.
    /// </summary>
    public static OperationKind[] Wheel(Claims claims, bool crowded)
    {
        var weights = Weights
            .Select(row => (row.Operation, Weight: !row.OneOf.Any() || row.OneOf.Any(claims.Has)
                ? crowded ? row.Crowded : row.Plain
                : 0.25))
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
