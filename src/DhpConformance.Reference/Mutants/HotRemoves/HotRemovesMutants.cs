namespace DhpConformance.Reference.Mutants;

/// <summary>REM: hot removes that leave something, or take too much.</summary>
internal static class HotRemovesMutants
{
    public static readonly Mutant[] All =
    [
        Mutant.InOperatingSystem(partition => new RemoveKeepsTheMemory(partition)),
        Mutant.InOperatingSystem(partition => new RemoveClosesUpNumbers(partition)),
        Mutant.InServiceProcessor((machine, admission) => new RemovedUnitStaysMapped(machine, admission)),
        Mutant.InAdmission(machine => new RemovesOnlyWhatWasAdded(machine)),
        Mutant.InAdmission(machine => new RemovesFreeUnits(machine)),
        Mutant.InAdmission(machine => new RemovesUnitsOfNeighbours(machine)),
    ];
}
