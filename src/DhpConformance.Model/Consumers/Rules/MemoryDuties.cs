using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Model.Rules;

namespace DhpConformance.Model.Consumers;

internal static class MemoryDuties
{
    public static ImmutableArray<ConsumerRule> All { get; } =
    [
        new("C-MEM-01", "The driver works with any amount of memory that is there when it is loaded.")
        {
            Sources = ["DHP-MEM-01", "DHP-CRI-15"],
            NotVerified = "Less than 256 MiB and more than 64 GiB.",
        },
        new(
            "C-MEM-02",
            "The driver does not ask the pools for more because memory has grown: the sizes of the pools are fixed.")
        {
            Level = Level.Should,
            Sources = ["DHP-MEM-04", "DHP-ADDM-07"],
            Derived = true,
            Role = ConsumerRole.Driver,
        },
        new("C-MEM-03", "DMA addresses keep all their bits if there is memory above 4 GiB.")
        {
            Sources = ["DHP-MEM-01"],
            Derived = true,
            Traits = [ConsumerTrait.Dma],
        },
        new("C-MEM-04", "The driver frees only what it has allocated, and frees it once.")
        {
            Sources = ["DHP-CRI-13"],
            Derived = true,
            NotVerified = "Memory that is not allocated by a call.",
        },
    ];
}
