using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Model.Rules;
using DhpConformance.Model.State;

namespace DhpConformance.Model.Monitors;

/// <summary>
/// One operation with everything that was delivered during it; or what was delivered between two operations. The
/// monitors advance along it.
/// </summary>
/// <param name="consumers">The monitors of all consumers; the same list for all operations of an observation.</param>
/// <param name="before">The state before the operation.</param>
/// <param name="after">The state after it.</param>
/// <param name="all">Everything that was delivered since the latest observation.</param>
/// <param name="first">The place of the first notification of this operation.</param>
/// <param name="end">The place after the last one.</param>
internal sealed class OperationLog(
    List<ConsumerMonitors> consumers,
    ServerState before,
    ServerState after,
    ImmutableArray<Notification> all,
    int first,
    int end)
{
    /// <summary>The operation; null between two of them.</summary>
    public UnobservedOperation? Operation { get; init; }

    /// <summary>What was observed right after the operation; null if nothing was before the next one.</summary>
    public Observation? Shown { get; init; }

    public ServerState Before => before;

    public ServerState After => after;

    public Inventory Inventory => before.Inventory;

    /// <summary>What was delivered, in order.</summary>
    public ReadOnlySpan<Notification> Notices => all.AsSpan()[first..end];

    public List<ConsumerMonitors> Consumers => consumers;

    public int Number => Operation?.Number ?? 0;

    /// <inheritdoc cref="UnobservedOperation.Cause"/>
    public int Cause => Operation?.Cause ?? 0;

    /// <summary>The place of the partition that the operation concerns; -1 for none.</summary>
    public int Partition => Operation?.Decision.Partition ?? -1;

    public bool IsRefused => Operation?.Outcome.Kind == OutcomeKind.Refused;

    public bool HasFailed => Operation?.Outcome.Kind == OutcomeKind.Failed;

    /// <summary>The kind of operation, if it was carried out.</summary>
    public OperationKind? CarriedOut => Operation is { IsCarriedOut: true } ? Operation.Decision.Operation : null;

    /// <summary>Whether a processor was hot added, or was tried to.</summary>
    public bool IsProcessorAdd => CarriedOut == OperationKind.HotAdd && UnitKind == Abstractions.UnitKind.Processor;

    /// <summary>The kind of the unit that the operation names.</summary>
    public UnitKind UnitKind => Inventory.Kind(Operation!.Decision.Unit);

    /// <summary>Logical processors that became active in the partition of the operation.</summary>
    public int Added => after.Partitions[Partition].ActiveProcessors - before.Partitions[Partition].ActiveProcessors;

    /// <summary>The place of the partition in which a notification was delivered.</summary>
    public int PartitionOf(Notification notice) => Inventory.Find(notice.Partition);

    /// <summary>The monitors of a consumer; null if it is not registered and nothing is expected for it.</summary>
    public ConsumerMonitors? Find(ConsumerId? consumer)
    {
        foreach (var one in consumers)
        {
            if (one.Consumer.Id == consumer)
            {
                return one;
            }
        }

        return null;
    }

    /// <summary>Puts monitors that have advanced in the place of what they were.</summary>
    public void Put(ConsumerMonitors monitors) => consumers[IndexOf(monitors)] = monitors;

    /// <summary>The place of the monitors of this consumer.</summary>
    public int IndexOf(ConsumerMonitors monitors)
    {
        var place = 0;
        while (consumers[place].Consumer.Id != monitors.Consumer.Id)
        {
            place++;
        }

        return place;
    }

    /// <summary>
    /// Whether a consumer gets such a notification after the one at this place, in this operation or a later one.
    /// </summary>
    public bool HasLater(int place, NotificationKind kind, ConsumerMonitors consumer)
    {
        foreach (var notice in all.AsSpan()[(first + place + 1)..])
        {
            if (notice.Kind == kind && notice.Consumer == consumer.Consumer.Id)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// The drivers of a partition with a processor-change callback, as registered before the operation.
    /// </summary>
    public List<Registration> CallbackDrivers(int partition) =>
        [.. (before.ConsumerState?.In(partition) ?? []).Where(static driver => driver.IsSynchronous)];

    /// <summary>
    /// The Completes of each logical processor that was hot added, in order; none if no driver of the partition has a
    /// callback. In a log that is right those of one processor follow each other.
    /// </summary>
    public List<Completion> Completions()
    {
        var found = new List<Completion>();
        var drivers = IsProcessorAdd ? CallbackDrivers(Partition).Count : 0;
        if (drivers == 0)
        {
            return found;
        }

        var seen = 0;
        var notices = Notices;
        for (var place = 0; place < notices.Length; place++)
        {
            if (notices[place].Kind != NotificationKind.ProcessorComplete)
            {
                continue;
            }

            if (seen++ % drivers == 0)
            {
                found.Add(new(notices[place].Processor, int.MaxValue));
            }

            if (seen % drivers == 0)
            {
                found[^1] = found[^1] with { Last = place };
            }
        }

        return found;
    }
}

/// <summary>When a hot added logical processor was completed.</summary>
/// <param name="Processor">The processor; null if numbers are not claimed.</param>
/// <param name="Last">The place of its last Complete.</param>
internal readonly record struct Completion(LogicalProcessor? Processor, int Last);
