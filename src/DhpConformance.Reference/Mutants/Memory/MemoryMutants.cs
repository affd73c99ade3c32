namespace DhpConformance.Reference.Mutants;

/// <summary>MEM: memory and pools that do not add up.</summary>
internal static class MemoryMutants
{
    public static readonly Mutant[] All =
    [
        Mutant.InOperatingSystem(partition => new BootSeesTwoModules(partition)),
        Mutant.InOperatingSystem(partition => new RestartForgetsAddedMemory(partition)),
        Mutant.InOperatingSystem(partition => new AddedProcessorCostsMemory(partition)),
        Mutant.InOperatingSystem(partition => new PoolsGrowWithMemory(partition)),
        Mutant.InOperatingSystem(partition => new PoolsGrowAtTheSecondAdd(partition)),
        Mutant.InOperatingSystem(partition => new PoolGrowsWithProcessors(partition)),
        Mutant.InOperatingSystem(partition => new NoPoolInASingleModule(partition)),
        Mutant.InOperatingSystem(partition => new PoolsOutgrowMemory(partition)),
        Mutant.InAdmission(machine => new AcceptsOneModuleTooMany(machine)),
        Mutant.InAdmission(machine => new RefusesTheModuleThatFitsExactly(machine)),
        Mutant.Of<KeepsSumAfterRefusal>(new ServerComposition
        {
            OperatingSystem = partition => new KeepsSumAfterRefusal(partition),
            Admission = machine => new KeepsSumAfterRefusal.Remembering(machine),
        }),
    ];
}
