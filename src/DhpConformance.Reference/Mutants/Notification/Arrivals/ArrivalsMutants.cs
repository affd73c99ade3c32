namespace DhpConformance.Reference.Mutants;

/// <summary>ASY: arrivals that drivers miss, hear twice, too early, or of something else.</summary>
internal static class ArrivalsMutants
{
    public static readonly Mutant[] All =
    [
        Mutant.InOperatingSystem(partition => new ReplaceLosesDriversNotices(partition)),
        Mutant.InArrivals((system, audience) => new FirstListenerOnly(system, audience)),
        Mutant.InArrivals((system, audience) => new DriversHearTwice(system, audience)),
        Mutant.InServiceProcessor((machine, admission) => new DriversHearOfFailedModules(machine, admission)),
        Mutant.InServiceProcessor((machine, admission) => new DriversHearOfSpares(machine, admission)),
        Mutant.InArrivals((system, audience) => new DriversHearOfEveryKind(system, audience)),
        Mutant.InOperatingSystem(partition => new DriversHearBeforeActivation(partition)),
        Mutant.InCallbacks((system, audience) => new DriversHearBeforeComplete(system, audience)),
        Mutant.InOperatingSystem(partition => new DriversHearBeforeMemoryGrows(partition)),
        Mutant.InOperatingSystem(partition => new DriversHearAnotherNumber(partition)),
        Mutant.InOperatingSystem(partition => new EveryListenerHearsOfExisting(partition)),
        Mutant.InArrivals((system, audience) => new ExistingMemoryIsNotReported(system, audience)),
        Mutant.InArrivals((system, audience) => new ExistingIsReportedThreeTimes(system, audience)),
        Mutant.InOperatingSystem(partition => new ReplaceRemovesTheTarget(partition)),
        Mutant.InArrivals((system, audience) => new RemovalPrecedesArrival(system, audience)),
    ];
}
