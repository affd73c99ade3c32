using DhpConformance.Abstractions;
using DhpConformance.Model.Rules;

namespace DhpConformance.Engine.Generation;

/// <summary>How often each operation is drawn: one table, so that the mix is seen and changed in one place.</summary>
internal static class OperationWeights
{
    private static readonly (OperationKind Operation, int Weight, Claim? Claim)[] Weights =
    [
        (OperationKind.HotAdd, 26, null),
        (OperationKind.HotReplace, 20, null),
        (OperationKind.HotRemove, 8, null),
        (OperationKind.AssignUnit, 8, null),
        (OperationKind.ReleaseUnit, 6, null),
        (OperationKind.SwitchUnitPower, 4, Claim.UnitPower),
        (OperationKind.StartPartition, 9, null),
        (OperationKind.StopPartition, 3, null),
        (OperationKind.RestartPartition, 3, null),
        (OperationKind.PowerOffServer, 1, null),
        (OperationKind.PowerOnServer, 1, null),
        (OperationKind.InjectPartitionError, 3, Claim.PartitionErrors),
        (OperationKind.InjectStartFailure, 5, Claim.StartFailures),
        (OperationKind.InjectServiceProcessorOutage, 2, Claim.ServiceProcessorOutages),
        (OperationKind.Settle, 1, null),
    ];

    /// <summary>
    /// A wheel of 256 places, each operation on as many as its weight asks for. An operation that is not claimed
    /// keeps one place: that it is refused cleanly is looked at, too.
    /// </summary>
    public static OperationKind[] Wheel(Claims claims)
    {
        var weights = Weights
            .Select(row => (row.Operation, Weight: row.Claim is { } claim && !claims.Has(claim) ? 0.25 : row.Weight))
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
