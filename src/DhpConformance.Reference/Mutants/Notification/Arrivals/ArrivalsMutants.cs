namespace DhpConformance.Reference.Mutants;

/// <summary>ASY: arrivals that drivers miss, hear twice, too early, or of something else.</summary>
internal static class ArrivalsMutants
{
    public static readonly Mutant[] All =
    [
        Mutant.InOperatingSystem(partition => new ReplaceLosesDriversNotices(partition)),
        Mutant.InArrivals((system, consumers) => new FirstListenerOnly(system, consumers)),
        Mutant.InArrivals((system, consumers) => new DriversHearTwice(system, consumers)),
        Mutant.InServiceProcessor((machine, admission) => new DriversHearOfFailedModules(machine, admission)),
        Mutant.InServiceProcessor((machine, admission) => new DriversHearOfSpares(machine, admission)),
        Mutant.InArrivals((system, consumers) => new DriversHearOfEveryKind(system, consumers)),
        Mutant.InOperatingSystem(partition => new DriversHearBeforeActivation(partition)),
        Mutant.InCallbacks((system, consumers) => new DriversHearBeforeComplete(system, consumers)),
        Mutant.InOperatingSystem(partition => new DriversHearBeforeMemoryGrows(partition)),
        Mutant.InOperatingSystem(partition => new DriversHearAnotherNumber(partition)),
        Mutant.InOperatingSystem(partition => new EveryListenerHearsOfExisting(partition)),
        Mutant.InArrivals((system, consumers) => new ExistingMemoryIsNotReported(system, consumers)),
        Mutant.InArrivals((system, consumers) => new ExistingIsReportedThreeTimes(system, consumers)),
        Mutant.InOperatingSystem(partition => new ReplaceRemovesTheTarget(partition)),
        Mutant.InArrivals((system, consumers) => new RemovalPrecedesArrival(system, consumers)),
    ];
}
