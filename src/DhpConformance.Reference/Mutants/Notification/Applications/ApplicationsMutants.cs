namespace DhpConformance.Reference.Mutants;

/// <summary>APP: arrivals that applications miss or should not hear, and processors they should not have.</summary>
internal static class ApplicationsMutants
{
    public static readonly Mutant[] All =
    [
        Mutant.InOperatingSystem(partition => new ReplaceLosesApplicationsNotices(partition)),
        Mutant.InArrivals((system, consumers) => new FirstApplicationOnly(system, consumers)),
        Mutant.InArrivals((system, consumers) => new ApplicationsHearTwice(system, consumers)),
        Mutant.InArrivals((system, consumers) => new ApplicationsHearOfEveryKind(system, consumers)),
        Mutant.InOperatingSystem(partition => new ApplicationsHearBeforeActivation(partition)),
        Mutant.InOperatingSystem(partition => new ApplicationsHearBeforeMemoryGrows(partition)),
        Mutant.InServiceProcessor((machine, admission) => new ApplicationsHearOfFailedModules(machine, admission)),
        Mutant.InOperatingSystem(partition => new ApplicationsHearOfExisting(partition)),
        Mutant.InOperatingSystem(partition => new ApplicationsHearOfRemovals(partition)),
        Mutant.InOperatingSystem(partition => new ApplicationsHearAnotherNumber(partition)),
        Mutant.InOperatingSystem(partition => new AffinityWidensByItself(partition)),
        Mutant.InAffinityPolicy(() => new AffinitySparesTheFirst()),
        Mutant.InPowerPolicy((system, consumers) => new ApplicationsAreSentToSleep(system, consumers)),
        Mutant.InCallbacks((system, consumers) => new ApplicationsHearComplete(system, consumers)),
    ];
}
