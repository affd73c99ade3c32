using System.Collections.Immutable;
using System.Runtime.InteropServices;
using DhpConformance.Abstractions;

namespace DhpConformance.Reference;

/// <summary>
/// The service processor: it alone changes the map, the power and the run state, one request at a time, and it shows
/// the map. What it may not do, <see cref="Admission"/> tells it.
/// </summary>
internal partial class ServiceProcessor(Machine machine, Admission admission)
{
    protected Machine Machine { get; } = machine;

    /// <summary>Who holds each unit, and where its switch is.</summary>
    internal virtual ImmutableArray<UnitObservation> ObserveUnits()
    {
        var units = new UnitObservation[Machine.Units.Length];
        for (var i = 0; i < units.Length; i++)
        {
            var unit = Machine.Units[i];
            units[i] = new(unit.Id, unit.Owner?.Id, unit.Power);
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(units);
    }

    /// <summary>What the operating system of each partition shows.</summary>
    internal virtual ImmutableArray<PartitionObservation> ObservePartitions()
    {
        var partitions = new PartitionObservation[Machine.Partitions.Length];
        for (var i = 0; i < partitions.Length; i++)
        {
            partitions[i] = Machine.Partitions[i].System.Observe();
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(partitions);
    }

    private static Outcome? Refusal(RefusalReason? reason) => reason is { } why ? Outcome.Refused(why) : null;
}
