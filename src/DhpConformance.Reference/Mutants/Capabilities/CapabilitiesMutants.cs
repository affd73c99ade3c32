namespace DhpConformance.Reference.Mutants;

/// <summary>CAP: cells of the matrix that are filled, or empty, wrongly.</summary>
internal static class CapabilitiesMutants
{
    public static readonly Mutant[] All =
    [
        Mutant.InOperatingSystem(partition => new MemoryMeansProcessors(partition)),
        Mutant.InAdmission(machine => new SecondProcessorUnsupported(machine)),
        Mutant.InAdmission(machine => new NoProcessorsOnItanium(machine)),
        Mutant.InAdmission(machine => new MemoryOnlyBesideBridges(machine)),
        Mutant.InOperatingSystem(partition => new MemoryAlwaysSupported(partition)),
        Mutant.InAdmission(machine => new FirstBridgeUnsupported(machine)),
        Mutant.InOperatingSystem(partition => new BridgesAlwaysSupported(partition)),
        Mutant.InAdmission(machine => new OnlyProcessorIsIrreplaceable(machine)),
        Mutant.InAdmission(machine => new OneReplacesMemoryAtATime(machine)),
        Mutant.InOperatingSystem(partition => new AddMeansReplace(partition)),
        Mutant.InOperatingSystem(partition => new ReplacesBridges(partition)),
        Mutant.InOperatingSystem(partition => new RemovesProcessors(partition)),
        Mutant.InOperatingSystem(partition => new RemovesMemory(partition)),
        Mutant.InAdmission(machine => new RemovesBridgesToSpare(machine)),
    ];
}
