namespace DhpConformance.Reference.Mutants;

/// <summary>ADD: hot adds that are refused, or add something else.</summary>
internal static class HotAddsMutants
{
    public static readonly Mutant[] All =
    [
        Mutant.InAdmission(machine => new ThirdAddIsBusy(machine)),
        Mutant.InAdmission(machine => new RefusesReturningUnits(machine)),
        Mutant.InAdmission(machine => new AddsOnlyToTheOneThatRuns(machine)),
        Mutant.InAdmission(machine => new RefusesUnitsThatAreOff(machine)),
        Mutant.InServiceProcessor((machine, admission) => new OnceFailedAlwaysFails(machine, admission)),
        Mutant.InServiceProcessor((machine, admission) => new OneParkedThreadFailsTheUnit(machine, admission)),
        Mutant.InServiceProcessor((machine, admission) => new AddsWhatDidNotStart(machine, admission)),
        Mutant.InOperatingSystem(partition => new ActivatesParkedThreads(partition)),
        Mutant.InServiceProcessor((machine, admission) => new RefusalUsesUpTheFault(machine, admission)),
        Mutant.InOperatingSystem(partition => new AddStartsOneThread(partition)),
        Mutant.InOperatingSystem(partition => new SecondProcessorWaits(partition)),
        Mutant.InOperatingSystem(partition => new AllModulesCountAsTheFirst(partition)),
        Mutant.InOperatingSystem(partition => new ThirdModuleIsInvisible(partition)),
        Mutant.InOperatingSystem(partition => new SecondBridgeStaysDown(partition)),
        Mutant.InOperatingSystem(partition => new BootStartsOneBridge(partition)),
    ];
}
