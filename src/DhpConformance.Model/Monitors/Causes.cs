using DhpConformance.Abstractions;
using DhpConformance.Model.Rules;
using DhpConformance.Model.State;

namespace DhpConformance.Model.Monitors;

/// <summary>
/// What an operation causes to be delivered, given to the monitors before anything that was delivered in it.
/// </summary>
internal static class Causes
{
    // Adds before one settle that are told apart.
    private const int MostUnsettled = 1 << 12;

    private static readonly UnitKind[] Arriving = [UnitKind.Processor, UnitKind.MemoryModule];

    public static void Enter(OperationLog log)
    {
        if (log.CarriedOut == OperationKind.HotReplace && !log.Inventory.Claims.Has(Claim.Quiescence))
        {
            SleepUnseen(log);
        }

        switch (log.CarriedOut)
        {
            case OperationKind.RegisterDriver or OperationKind.RegisterApplication:
                Register(log);
                break;
            case OperationKind.SubmitIo:
                var submit = (SubmitIo)log.Operation!.Operation;
                var driver = log.Find(submit.Driver)!;
                log.Put(driver with { Io = driver.Io.Submit(submit.Requests, log.Number) });
                break;
            case OperationKind.HotAdd when !log.HasFailed:
                Add(log);
                break;
            case OperationKind.HotAdd:
                ChangeArrivals(log, (_, arrivals) => arrivals.Silence(log.Operation!.Decision.Unit));
                break;
            case OperationKind.HotReplace when !log.HasFailed:
                var (target, spare) = (log.Operation!.Decision.Unit, log.Operation.Decision.Spare);
                ChangeArrivals(log, (_, arrivals) => arrivals.Swap(target, spare).Silence(spare));
                break;
            case OperationKind.HotRemove when !log.HasFailed:
                Remove(log);
                break;
        }
    }

    private static void Register(OperationLog log)
    {
        var consumer = log.Operation!.Operation is RegisterDriver driver
            ? new Registration(driver.Consumer, log.Partition, driver.Script, null)
            : Application((RegisterApplication)log.Operation.Operation, log.Partition);
        var monitors = new ConsumerMonitors(
            consumer,
            ArrivalMonitor.Of(log.Before.Units, log.HasFailed ? [] : Arrivals(log, consumer)),
            consumer.Device is { } device ? Device(log, device) : null,
            IoMonitor.Idle);
        if (log.Find(consumer.Id) is { } gone)
        {
            var late = gone.Arrivals.Readings;
            var registered = monitors.Arrivals.Readings[0];
            log.Put(monitors with
            {
                Arrivals = monitors.Arrivals with { Readings = [.. late.Select(one => one.AddRange(registered))] },
            });
            return;
        }

        log.Consumers.Add(monitors);
    }

    private static Registration Application(RegisterApplication operation, int partition) =>
        new(operation.Consumer, partition, null, operation.Script);

    private static IEnumerable<Arrival> Arrivals(OperationLog log, Registration consumer)
    {
        var kinds = Arriving.Where(consumer.Hears);
        return consumer.Driver is { ExistingArrivals: true }
            ? kinds.SelectMany(kind => ExistingPart.In(log.Before, log.Partition, kind).Select(part =>
                Arrival(log, kind, part.Place, consumer) with
                {
                    Processor = part.Processor,
                    Most = 2,
                    IsExisting = true,
                }))
            : kinds.SelectMany(kind => Unsettled(log, consumer, kind));
    }

    // Registered between an add and its arrival: it may be notified or not (G-53). Each add is a cause of its own, and
    // no operation by itself: a unit that was added, replaced, and added again may have had the same number both times.
    private static IEnumerable<Arrival> Unsettled(OperationLog log, Registration consumer, UnitKind kind) =>
        UnsettledAdd.All(log.Before.Unsettled)
            .Select((add, place) => (Add: add, Cause: -(log.Number * MostUnsettled) - place))
            .Where(one => one.Add.Partition == log.Partition && one.Add.IsOf(log.Inventory, kind))
            .SelectMany(one => Enumerable.Repeat(one, one.Add.Components))
            .Select(one => Arrival(log, kind, one.Add.Unit, consumer) with { Cause = one.Cause, Least = 0 });

    private static Arrival Arrival(OperationLog log, UnitKind kind, int unit, Registration consumer) =>
        new(log.Number, kind, log.Inventory.Unit(unit), log.Partition, consumer.Driver is not null)
        {
            Now = unit,
            ActiveProcessors = log.Before.Partitions[log.Partition].ActiveProcessors,
            MemoryBytes = log.Before.Partitions[log.Partition].LeastVisibleMemory,
        };

    private static DeviceMonitor Device(OperationLog log, DeviceScript device)
    {
        var promised = log.Inventory.Profile(log.Partition).Promises(Behaviour.ResourceRebalance);
        var (processors, bridges) = (0, 0);
        foreach (var add in UnsettledAdd.All(log.Before.Unsettled))
        {
            var isHere = add.Partition == log.Partition;
            processors += isHere && promised && add.IsOf(log.Inventory, UnitKind.Processor) ? add.Components : 0;
            bridges += isHere && add.IsOf(log.Inventory, UnitKind.IoHostBridge) ? 1 : 0;
        }

        return DeviceMonitor.Of(device, processors, bridges);
    }

    private static void Add(OperationLog log)
    {
        var promised = log.Inventory.Profile(log.Partition).Promises(Behaviour.ResourceRebalance);
        var rounds = log.UnitKind == UnitKind.Processor && promised ? log.Added : 0;
        var permitted = log.UnitKind == UnitKind.IoHostBridge ? 1 : 0;
        for (var i = 0; i < log.Consumers.Count; i++)
        {
            var consumer = log.Consumers[i];
            if (consumer.Partition == log.Partition && !consumer.IsDeregistered)
            {
                log.Consumers[i] = consumer with
                {
                    Arrivals = consumer.Consumer.Hears(log.UnitKind)
                        ? consumer.Arrivals.With(Brought(log, consumer.Consumer))
                        : consumer.Arrivals,
                    Device = consumer.Device?.Add(rounds, permitted),
                };
            }
        }
    }

    private static Arrival[] Brought(OperationLog log, Registration consumer)
    {
        var place = log.Operation!.Decision.Unit;
        var (unit, after) = (log.Inventory.Unit(place), log.After.Partitions[log.Partition]);
        var brought = new Arrival[log.UnitKind == UnitKind.Processor ? log.Added : 1];
        var shown = log.Shown?.Partitions[log.Partition].Processors.Where(p => p.Unit == unit).ToList();
        for (var i = 0; i < brought.Length; i++)
        {
            brought[i] = new(log.Cause, log.UnitKind, unit, log.Partition, consumer.Driver is not null)
            {
                Now = place,
                Processor = shown?.Count == brought.Length ? shown[i] : null,
                ActiveProcessors = after.ActiveProcessors,
                MemoryBytes = after.LeastVisibleMemory,
            };
        }

        return brought;
    }

    private static void Remove(OperationLog log)
    {
        var place = log.Operation!.Decision.Unit;
        var unit = log.Inventory.Unit(place);
        var removals = ExistingPart.In(log.Before, log.Partition, log.UnitKind)
            .Where(part => part.Place == place)
            .Select(part => new Removal(log.Cause, log.UnitKind, unit, part.Processor))
            .ToList();
        ChangeArrivals(log, (consumer, arrivals) => arrivals.Remove(
            place, unit, !consumer.IsDeregistered && consumer.Consumer.Hears(log.UnitKind) ? removals : []));
    }

    // A device may be awake only later, and neither its sleep nor its end is shown.
    private static void SleepUnseen(OperationLog log)
    {
        for (var i = 0; i < log.Consumers.Count; i++)
        {
            if (log.Consumers[i] is { Device: { } device } consumer && consumer.Partition == log.Partition)
            {
                log.Consumers[i] = consumer with { Device = device with { MaySleepUnseen = true } };
            }
        }
    }

    private static void ChangeArrivals(OperationLog log, Func<ConsumerMonitors, ArrivalMonitor, ArrivalMonitor> change)
    {
        for (var i = 0; i < log.Consumers.Count; i++)
        {
            var consumer = log.Consumers[i];
            if (consumer.Partition == log.Partition)
            {
                log.Consumers[i] = consumer with { Arrivals = change(consumer, consumer.Arrivals) };
            }
        }
    }
}
