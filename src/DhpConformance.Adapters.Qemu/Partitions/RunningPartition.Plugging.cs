using System.Text.Json.Nodes;
using DhpConformance.Abstractions;
using DhpConformance.Adapters.Qemu.Monitor;

namespace DhpConformance.Adapters.Qemu.Partitions;

/// <content>Adding of units.</content>
internal sealed partial class RunningPartition
{
    private readonly Dictionary<UnitId, int> bridgeIndexes = [];

    /// <summary>
    /// Plugs a unit in while the partition runs. With an operating system, it waits until that uses the whole unit.
    /// </summary>
    public Outcome Add(PartitionUnit unit)
    {
        var expected = guest?.Observe().With(unit);
        return Plug(unit) is { } refusal ? Outcome.Refused(refusal)
            : expected is { } view && !guest!.Sees(view) ? Outcome.Failed(FailureReason.TimedOut)
            : Outcome.Completed;
    }

    /// <summary>Plugs a unit in. Returns the reason if QEMU refuses it.</summary>
    public RefusalReason? Plug(PartitionUnit unit) => unit.Kind switch
    {
        UnitKind.Processor => PlugProcessor(unit.Id),
        UnitKind.MemoryModule => PlugMemoryModule(unit.Id, unit.Capacity),
        _ => PlugBridge(unit.Id),
    };

    // The lowest vacant slot. If none is vacant, the one behind the last, so that QEMU decides and not the adapter.
    private RefusalReason? PlugProcessor(UnitId unit)
    {
        var slots = ProcessorSlot.Read(monitor.Ask(QmpCommand.Of("query-hotpluggable-cpus")), machine.SlotNumber);
        var vacant = slots.Take(slots.Length - options.SpareSlots).FirstOrDefault(slot => slot.Path is null);
        var place = vacant ?? slots[^1].Next(machine.SlotNumber);
        var arguments = new List<(string, JsonNode?)> { ("driver", place.Driver), ("id", unit.ToString()) };
        arguments.AddRange(place.Properties.Select(member => (member.Key, member.Value?.DeepClone())));
        return Refusals.Of(monitor.Try(QmpCommand.Of("device_add", [.. arguments])));
    }

    private RefusalReason? PlugMemoryModule(UnitId unit, long size)
    {
        var answers = monitor.Try(
            QmpCommand.Of(
                "object-add",
                ("qom-type", "memory-backend-ram"), ("id", Backend(unit)), ("size", size), ("reserve", false)),
            QmpCommand.Of("device_add", ("driver", "pc-dimm"), ("id", unit.ToString()), ("memdev", Backend(unit))));
        if (answers[0].Error is null && answers[1].Error is not null)
        {
            monitor.Ask(QmpCommand.Of("object-del", ("id", Backend(unit))));
        }

        return Refusals.Of(answers[0]) ?? Refusals.Of(answers[1]);
    }

    // QEMU does not choose the index, and index 0 is the bridge that the machine has from the beginning.
    private RefusalReason? PlugBridge(UnitId unit)
    {
        var index = Enumerable.Range(1, bridgeIndexes.Count + 1).First(one => !bridgeIndexes.ContainsValue(one));
        var refusal = Refusals.Of(monitor.Try(QmpCommand.Of(
            "device_add", ("driver", machine.BridgeDriver), ("id", unit.ToString()), ("index", index))));
        if (refusal is null)
        {
            bridgeIndexes[unit] = index;
        }

        return refusal;
    }

    private static string Backend(UnitId unit) => "m" + unit;
}
