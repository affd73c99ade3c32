using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using DhpConformance.Abstractions;

namespace DhpConformance.Adapters.Qemu.Partitions;

/// <summary>A place for a processor, as QEMU lists it.</summary>
/// <param name="Number">Its number, from 0; the boot processor sits in the first.</param>
/// <param name="Driver">The device that fits.</param>
/// <param name="Properties">What the device has to be given to be put there.</param>
/// <param name="Path">The device that sits there; null if it is vacant.</param>
internal sealed record ProcessorSlot(int Number, string Driver, JsonObject Properties, string? Path)
{
    /// <summary>The unit that sits there; null for none.</summary>
    public UnitId? Unit => UnitName.AtPath(Path);

    /// <summary>The answer to <c>query-hotpluggable-cpus</c>, in ascending order.</summary>
    public static ImmutableArray<ProcessorSlot> Read(JsonElement answer, string number) =>
    [
        .. answer.EnumerateArray().Select(one => Slot(one, number)).OrderBy(slot => slot.Number),
    ];

    /// <summary>The place behind it, which there is not, if it is the last.</summary>
    public ProcessorSlot Next(string number)
    {
        var properties = (JsonObject)Properties.DeepClone();
        properties[number] = Number + 1;
        return this with { Number = Number + 1, Properties = properties, Path = null };
    }

    private static ProcessorSlot Slot(JsonElement slot, string number)
    {
        var properties = slot.GetProperty("props");
        return new(
            properties.GetProperty(number).GetInt32(),
            slot.GetProperty("type").GetString()!,
            JsonObject.Create(properties)!,
            slot.TryGetProperty("qom-path", out var path) ? path.GetString() : null);
    }
}
