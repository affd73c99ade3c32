using System.Text.Json;
using DhpConformance.Abstractions;
using DhpConformance.Adapters.Qemu.Monitor;

namespace DhpConformance.Adapters.Qemu.Partitions;

/// <content>
/// Observation in one batch of queries. If there is a guest, processors and memory are those that the guest sees.
/// </content>
internal sealed partial class RunningPartition
{
    private static readonly QmpCommand[] Questions =
    [
        QmpCommand.Of("query-hotpluggable-cpus"),
        QmpCommand.Of("query-cpus-fast"),
        QmpCommand.Of("query-memory-devices"),
        QmpCommand.Of("query-memory-size-summary"),
        QmpCommand.Of("qom-list", ("path", "/machine/peripheral")),
    ];

    public PartitionView Observe()
    {
        var answers = Array.ConvertAll(monitor.Try(Questions), answer => answer.Error is null
            ? answer.Value
            : throw new MonitorException(ServerFault.Reported, $"refused an observation: {answer.Error}"));
        var seen = guest?.Observe();
        return new()
        {
            Slots = ProcessorSlot.Read(answers[0], machine.SlotNumber)[..^options.SpareSlots],
            Processors = seen?.Processors ?? answers[1].GetArrayLength(),
            MemoryModules = [.. answers[2].EnumerateArray().Select(one => Named(one.GetProperty("data"), "id"))],
            MemoryBytes = seen is { } inside
                ? inside.MemoryBytes - machine.BootMemory
                : answers[3].GetProperty("plugged-memory").GetInt64(),
            Bridges = [.. answers[4].EnumerateArray().Where(IsBridge).Select(one => Named(one, "name"))],
        };
    }

    private bool IsBridge(JsonElement child) =>
        child.GetProperty("type").GetString() == $"child<{machine.BridgeDriver}>";

    private static UnitId Named(JsonElement element, string member) =>
        UnitName.Parse(element.GetProperty(member).GetString());
}
