using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Variants;

/// <summary>
/// Servers that differ by design and say so: each declares a trait, and would break rules without it.
/// </summary>
internal static class TraitVariants
{
    /// <summary>How many bytes come on line at a time: a module of 1 GiB has eight blocks.</summary>
    internal const long Block = 128 << 20;

    /// <summary>How many bytes of memory are not shown.</summary>
    internal const long Reserve = 64 << 20;

    /// <summary>What the memory that is shown is a multiple of, in bytes.</summary>
    internal const long Multiple = 96 << 20;

    /// <summary>How many units a partition keeps.</summary>
    internal const int Units = 2;

    /// <summary>How many partitions are static on a dynamic server.</summary>
    internal const int StaticPartitions = 1;

    public static readonly Variant[] All =
    [
        Declaring(
            Trait.OneProcessorTypePerPartition,
            "A partition takes no processor of another type than those that it holds.",
            new() { Admission = machine => new KeepsOneProcessorType(machine) }),
        Declaring(
            Trait.RemovalMayBeDeclined,
            "Of four hot removes the operating system declines one, one ends too late, one is refused as busy, and one "
            + "is done.",
            new() { ServiceProcessor = (machine, admission) => new DeclinesRemovals(machine, admission) }),
        Declaring(
            Trait.MemoryInBlocks,
            "Of each second module that is hot added only some blocks come on line, and the rest at the next start.",
            new()
            {
                Admission = machine => new CountsParkedMemory(machine),
                ServiceProcessor = (machine, admission) => new AddsMemoryInBlocks(machine, admission),
                OperatingSystem = partition => new OnlinesBlocks(partition),
            },
            Block),
        Declaring(
            Trait.StartsOnlyWithBridge,
            "A partition starts only if it has an I/O host bridge.",
            new() { Admission = machine => new NeedsBridge(machine) }),
        Declaring(
            Trait.MinimumUnits,
            "A partition keeps two units.",
            new() { Admission = machine => new KeepsMinimumUnits(machine) },
            Units),
        Declaring(
            Trait.RestartsAfterCrash,
            "A partition in which an error occurs is restarted at once.",
            new() { ServiceProcessor = (machine, admission) => new RestartsCrashed(machine, admission) }),
        Declaring(
            Trait.StartsPartitionsAtPowerOn,
            "Power on starts every partition that can start.",
            new() { ServiceProcessor = (machine, admission) => new StartsAtPowerOn(machine, admission) }),
        Declaring(
            Trait.HotChangesEndAtRestart,
            "When an operating system ends, its partition gets back what it held at its start.",
            new()
            {
                Admission = machine => new KnowsHotChanges(machine),
                ServiceProcessor = (machine, admission) => new EndsHotChanges(machine, (KnowsHotChanges)admission),
            }),
        Declaring(
            Trait.RetiresReplacedUnit,
            "A unit that was replaced is out of use.",
            new()
            {
                Admission = machine => new KnowsRetired(machine),
                ServiceProcessor = (machine, admission) => new RetiresReplaced(machine, (KnowsRetired)admission),
            }),
        Declaring(
            Trait.LocksUnitPower,
            "The power of a unit of a static server is switched only while the server is off.",
            new() { Admission = machine => new LocksPower(machine) }),
        Declaring(
            Trait.PartitionsAreStatic,
            "The map of partition 0 does not change while the server is powered on.",
            new() { Admission = machine => new KeepsPartitionsStatic(machine) },
            StaticPartitions),
        Declaring(
            Trait.MemoryReserve,
            "An operating system shows 64 MiB less than there are.",
            new()
            {
                Admission = machine => new CountsParkedMemory(machine),
                OperatingSystem = partition => new ShowsLessMemory(partition, WithoutReserve),
            },
            Reserve),
        Declaring(
            Trait.RoundsTo,
            "An operating system shows whole multiples of 96 MiB.",
            new()
            {
                Admission = machine => new CountsParkedMemory(machine),
                OperatingSystem = partition => new ShowsLessMemory(partition, Rounded),
            },
            Multiple),
    ];

    /// <summary>What is shown of memory with a reserve.</summary>
    internal static long WithoutReserve(long bytes) => bytes - Reserve;

    /// <summary>What is shown of memory that is rounded.</summary>
    internal static long Rounded(long bytes) => bytes / Multiple * Multiple;

    private static Variant Declaring(Trait trait, string description, ServerComposition composition, long value = 1) =>
        Variant.Of(
            $"declares-{TraitRequirements.Name(trait)}", description, ["TRT-01"], composition.Declaring(trait, value));
}
