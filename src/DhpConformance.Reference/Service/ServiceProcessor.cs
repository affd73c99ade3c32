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
    // What was shown last: as long as it is true, whoever looks again is shown the same.
    private ImmutableArray<UnitObservation> shownUnits = [];
    private ImmutableArray<PartitionObservation> shownPartitions = [];

    protected Machine Machine { get; } = machine;

    protected Admission Admission { get; } = admission;

    /// <summary>Who holds each unit, and where its switch is.</summary>
    internal virtual ImmutableArray<UnitObservation> ObserveUnits()
    {
        UnitObservation[]? changed = null;
        for (var i = 0; i < Machine.Units.Length; i++)
        {
            if (!Machine.Units[i].IsShown)
            {
                changed ??= shownUnits.IsEmpty ? new UnitObservation[Machine.Units.Length] : shownUnits.ToArray();
                changed[i] = Machine.Units[i].Show();
            }
        }

        return changed is null ? shownUnits : shownUnits = ImmutableCollectionsMarshal.AsImmutableArray(changed);
    }

    /// <summary>What the operating system of each partition shows.</summary>
    internal virtual ImmutableArray<PartitionObservation> ObservePartitions()
    {
        var changed = shownPartitions.IsEmpty ? new PartitionObservation[Machine.Partitions.Length] : null;
        for (var i = 0; i < Machine.Partitions.Length; i++)
        {
            var seen = Machine.Partitions[i].System.Observe();
            if (changed is not null || !ReferenceEquals(seen, shownPartitions[i]))
            {
                changed ??= shownPartitions.ToArray();
                changed[i] = seen;
            }
        }

        return changed is null ? shownPartitions
            : shownPartitions = ImmutableCollectionsMarshal.AsImmutableArray(changed);
    }

    protected static Outcome? Refusal(RefusalReason? reason) => reason is { } why ? Outcome.Refused(why) : null;
}
