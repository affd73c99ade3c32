namespace DhpConformance.Reference.Mutants;

/// <summary>REB: rebalances that are missing, for nothing, or of the wrong devices in the wrong order.</summary>
internal static class RebalancesMutants
{
    public static readonly Mutant[] All =
    [
        Mutant.InPlugAndPlay((system, consumers) => new NeverRebalances(system, consumers)),
        Mutant.InPlugAndPlay((system, consumers) => new RebalancesOnlyOnce(system, consumers)),
        Mutant.InServiceProcessor((machine, admission) => new MemoryStartsARebalance(machine, admission)),
        Mutant.InServiceProcessor((machine, admission) => new FailedAddStartsARebalance(machine, admission)),
        Mutant.InPlugAndPlay((system, consumers) => new PolicyOneTakesPart(system, consumers)),
        Mutant.InPlugAndPlay((system, consumers) => new PolicyTwoDoesNotHelpAdapters(system, consumers)),
        Mutant.InPlugAndPlay((system, consumers) => new OptOutIsIgnored(system, consumers)),
        Mutant.InPlugAndPlay((system, consumers) => new OptInIsIgnored(system, consumers)),
        Mutant.InPlugAndPlay((system, consumers) => new NetworkAdaptersAreStopped(system, consumers)),
        Mutant.InPlugAndPlay((system, consumers) => new StopsWithoutAsking(system, consumers)),
        Mutant.InPlugAndPlay((system, consumers) => new StopsTwice(system, consumers)),
        Mutant.InPlugAndPlay((system, consumers) => new StopsWhoRejects(system, consumers)),
        Mutant.InPlugAndPlay((system, consumers) => new RejectionEndsTheRound(system, consumers)),
        Mutant.InPlugAndPlay((system, consumers) => new ForgetsToStartAgain(system, consumers)),
        Mutant.InOperatingSystem(partition => new StartedDevicesLookPaused(partition)),
        Mutant.InPlugAndPlay((system, consumers) => new RejectionIsNotCancelled(system, consumers)),
        Mutant.InOperatingSystem(partition => new RemovedDevicesLookStarted(partition)),
        Mutant.InPlugAndPlay((system, consumers) => new RemovesTwice(system, consumers)),
        Mutant.InPlugAndPlay((system, consumers) => new RemovedDevicesAreAsked(system, consumers)),
    ];
}
