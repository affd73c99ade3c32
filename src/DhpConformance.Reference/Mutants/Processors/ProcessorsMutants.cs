namespace DhpConformance.Reference.Mutants;

/// <summary>PROC: processors that are counted or numbered wrongly.</summary>
internal static class ProcessorsMutants
{
    public static readonly Mutant[] All =
    [
        Mutant.InOperatingSystem(partition => new MaskMissesABit(partition)),
        Mutant.InOperatingSystem(partition => new MaskOfTheBoot(partition)),
        Mutant.InOperatingSystem(partition => new MemoryAddParksAProcessor(partition)),
        Mutant.InOperatingSystem(partition => new BridgeAddRenumbers(partition)),
        Mutant.InOperatingSystem(partition => new MaximumIgnoresTheFirmware(partition)),
        Mutant.InOperatingSystem(partition => new MaximumGrowsWithEachAdd(partition)),
        Mutant.InAdmission(machine => new AcceptsOneProcessorTooMany(machine)),
        Mutant.InAdmission(machine => new RefusesTheLastThatFits(machine)),
        Mutant.InAdmission(machine => new CountsUnitsAgainstTheMaximum(machine)),
        Mutant.InOperatingSystem(partition => new ParkedStaysParked(partition)),
        Mutant.InOperatingSystem(partition => new CrashLosesParked(partition)),
        Mutant.InOperatingSystem(partition => new BootLeavesOneOut(partition)),
        Mutant.InOperatingSystem(partition => new AddedSharesANumber(partition)),
        Mutant.InOperatingSystem(partition => new ThirdInAGroupBeyond(partition)),
        Mutant.InOperatingSystem(partition => new IndexesFromOne(partition)),
        Mutant.InOperatingSystem(partition => new GapBeforeTheAdded(partition)),
    ];
}
