using DhpConformance.Abstractions;
using DhpConformance.Model.State;

namespace DhpConformance.Model.Notifications;

/// <summary>What a consumer is owed from the moment of its registration.</summary>
internal static class Registered
{
    private static readonly UnitKind[] Arriving = [UnitKind.Processor, UnitKind.MemoryModule];

    /// <summary>The account of the consumer that is registered in this scene.</summary>
    public static Account Account(Scene scene)
    {
        var consumer = Consumer(scene.Episode!.Operation, scene.Partition);
        var account = new Account(
            consumer,
            new ArrivalBook(scene.Before.Units, [], []),
            consumer.Device is { } device ? Device(scene, device) : null,
            IoBook.Empty);
        return scene.Episode.Outcome.Kind == OutcomeKind.Failed ? account : account with
        {
            Arrivals = account.Arrivals.With(Arrivals(scene, consumer)),
        };
    }

    private static Registration Consumer(Operation operation, int partition) => operation is RegisterDriver driver
        ? new(driver.Consumer, partition, driver.Script, null)
        : new(((RegisterApplication)operation).Consumer, partition, null, ((RegisterApplication)operation).Script);

    private static IEnumerable<ArrivalDebt> Arrivals(Scene scene, Registration consumer)
    {
        var kinds = Arriving.Where(consumer.Hears);
        return consumer.Driver is { ExistingArrivals: true }
            ? kinds.SelectMany(kind => Existing.In(scene.Before, scene.Partition, kind).Select((part, slot) =>
                Debt(scene, kind, part.Place, slot) with
                {
                    Processor = part.Processor,
                    IsSure = part.Processor is not null,
                    Most = 2,
                    Existing = true,
                }))
            : kinds.SelectMany(kind => Late(scene, kind));
    }

    // Registered between an add and its arrival: it may be told or not (G-53).
    private static IEnumerable<ArrivalDebt> Late(Scene scene, UnitKind kind) =>
        UnsettledAdd.All(scene.Before.Unsettled)
            .Where(add => add.Partition == scene.Partition && add.IsOf(scene.Inventory, kind))
            .SelectMany(add => Enumerable.Repeat(add.Unit, add.Components))
            .Select((unit, slot) => Debt(scene, kind, unit, slot) with { Least = 0 });

    private static ArrivalDebt Debt(Scene scene, UnitKind kind, int unit, int slot) =>
        new(scene.Number, slot, kind, scene.Inventory.Unit(unit))
        {
            Now = unit,
            ActiveProcessors = scene.Before.Partitions[scene.Partition].ActiveProcessors,
            MemoryBytes = scene.Before.Partitions[scene.Partition].VisibleMemory,
        };

    private static DeviceBook Device(Scene scene, DeviceScript device)
    {
        var promised = scene.Inventory.Profile(scene.Partition).Promises(Behaviour.ResourceRebalance);
        var recent = UnsettledAdd.All(scene.Before.Unsettled).Where(add => add.Partition == scene.Partition).ToList();
        var processors = recent.Where(add => add.IsOf(scene.Inventory, UnitKind.Processor)).Sum(add => add.Components);
        return new DeviceBook(device)
        {
            Due = promised ? processors : 0,
            Permitted = recent.Count(add => add.IsOf(scene.Inventory, UnitKind.IoHostBridge)),
        };
    }
}
