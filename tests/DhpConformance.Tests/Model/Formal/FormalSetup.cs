using System.Text.Json;
using DhpConformance.Abstractions;

namespace DhpConformance.Tests.Model.Formal;

/// <summary>A setup as traces write it.</summary>
internal static class FormalSetup
{
    public static ServerSetup Read(JsonElement setup) => new(
        FormalWords.Read<Partitionability>(setup.GetProperty("partitionability")),
        [
            .. FormalWords.Map(setup.GetProperty("units")).Select(unit => new PartitionUnit(
                new(unit.Key),
                FormalWords.Read<UnitKind>(unit.Value.GetProperty("kind")),
                unit.Value.GetProperty("model").GetString()!,
                unit.Value.GetProperty("capacity").GetInt64(),
                $"SN{unit.Key}")),
        ],
        [
            .. FormalWords.Map(setup.GetProperty("partitions")).Select(partition => new PartitionSetup(
                new(partition.Key),
                ReadProfile(partition.Value.GetProperty("profile")),
                partition.Value.GetProperty("processorLimit").GetInt32(),
                partition.Value.GetProperty("memoryLimit").GetInt64(),
                [.. FormalWords.Numbers(partition.Value.GetProperty("units")).Select(id => new UnitId(id))])),
        ]);

    private static Profile ReadProfile(JsonElement profile) => new(
        profile.GetProperty("name").GetString()!,
        "x64",
        [
            .. profile.GetProperty("capabilities").EnumerateArray().Select(cell => new Capability(
                FormalWords.Read<HotOperation>(cell.GetProperty("operation")),
                FormalWords.Read<UnitKind>(cell.GetProperty("kind")))),
        ],
        [.. profile.GetProperty("behaviours").EnumerateArray().Select(FormalWords.Read<Behaviour>)],
        profile.GetProperty("processorLimit").GetInt32());
}
