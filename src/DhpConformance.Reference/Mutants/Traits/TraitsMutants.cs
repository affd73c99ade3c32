using DhpConformance.Abstractions;
using DhpConformance.Reference.Variants;

namespace DhpConformance.Reference.Mutants;

/// <summary>TRT: servers that declare a trait and do not behave so.</summary>
internal static class TraitsMutants
{
    public static readonly Mutant[] All =
    [
        Mutant.Declaring<MixesProcessorTypes>(
            Trait.OneProcessorTypePerPartition, new() { Admission = machine => new MixesProcessorTypes(machine) }),
        Mutant.Declaring<DeclinesAndRemoves>(
            Trait.RemovalMayBeDeclined,
            new() { ServiceProcessor = (machine, admission) => new DeclinesAndRemoves(machine, admission) }),
        Mutant.Declaring<OnlinesHalfBlocks>(
            Trait.MemoryInBlocks,
            new()
            {
                Admission = machine => new CountsParkedMemory(machine),
                ServiceProcessor = (machine, admission) => new AddsMemoryInBlocks(machine, admission),
                OperatingSystem = partition => new OnlinesHalfBlocks(partition),
            },
            TraitVariants.Block),
        Mutant.Declaring<StartsWithoutBridge>(
            Trait.StartsOnlyWithBridge, new() { Admission = machine => new StartsWithoutBridge(machine) }),
        Mutant.Declaring<KeepsOneUnitLess>(
            Trait.MinimumUnits,
            new() { Admission = machine => new KeepsOneUnitLess(machine) },
            TraitVariants.Units),
        Mutant.Declaring<RestartsOnlySmallPartitions>(
            Trait.RestartsAfterCrash,
            new() { ServiceProcessor = (machine, admission) => new RestartsOnlySmallPartitions(machine, admission) }),
        Mutant.Declaring<StartsOnlyTheFirstPartition>(
            Trait.StartsPartitionsAtPowerOn,
            new() { ServiceProcessor = (machine, admission) => new StartsOnlyTheFirstPartition(machine, admission) }),
        Mutant.Declaring<HotAddsLastAfterRestart>(
            Trait.HotChangesEndAtRestart,
            new()
            {
                Admission = machine => new KnowsHotChanges(machine),
                ServiceProcessor = (machine, admission) =>
                    new HotAddsLastAfterRestart(machine, (KnowsHotChanges)admission),
            }),
        Mutant.Declaring<RetiredUnitServesAsSpare>(
            Trait.RetiresReplacedUnit,
            new()
            {
                Admission = machine => new RetiredUnitServesAsSpare(machine),
                ServiceProcessor = (machine, admission) => new RetiresReplaced(machine, (KnowsRetired)admission),
            }),
        Mutant.Declaring<LocksOnlyPowerOff>(
            Trait.LocksUnitPower, new() { Admission = machine => new LocksOnlyPowerOff(machine) }),
        Mutant.Declaring<StaticPartitionTakesHotAdds>(
            Trait.PartitionsAreStatic,
            new() { Admission = machine => new StaticPartitionTakesHotAdds(machine) },
            TraitVariants.StaticPartitions),
        Mutant.Declaring<ShowsReserveAfterHotAdd>(
            Trait.MemoryReserve,
            new()
            {
                Admission = machine => new CountsParkedMemory(machine),
                OperatingSystem = partition => new ShowsReserveAfterHotAdd(partition),
            },
            TraitVariants.Reserve),
        Mutant.Declaring<ShowsExactBytesAfterHotAdd>(
            Trait.RoundsTo,
            new()
            {
                Admission = machine => new CountsParkedMemory(machine),
                OperatingSystem = partition => new ShowsExactBytesAfterHotAdd(partition),
            },
            TraitVariants.Multiple),
    ];
}
