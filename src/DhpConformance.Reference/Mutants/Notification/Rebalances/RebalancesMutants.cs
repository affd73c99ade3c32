namespace DhpConformance.Reference.Mutants;

/// <summary>REB: rebalances that are missing, for nothing, or of the wrong devices in the wrong order.</summary>
internal static class RebalancesMutants
{
    public static readonly Mutant[] All =
    [
        Mutant.InPlugAndPlay((system, audience) => new NeverRebalances(system, audience)),
        Mutant.InPlugAndPlay((system, audience) => new RebalancesOnlyOnce(system, audience)),
        Mutant.InServiceProcessor((machine, admission) => new MemoryStartsARebalance(machine, admission)),
        Mutant.InServiceProcessor((machine, admission) => new FailedAddStartsARebalance(machine, admission)),
        Mutant.InPlugAndPlay((system, audience) => new PolicyOneTakesPart(system, audience)),
        Mutant.InPlugAndPlay((system, audience) => new PolicyTwoDoesNotHelpAdapters(system, audience)),
        Mutant.InPlugAndPlay((system, audience) => new OptOutIsIgnored(system, audience)),
        Mutant.InPlugAndPlay((system, audience) => new OptInIsIgnored(system, audience)),
        Mutant.InPlugAndPlay((system, audience) => new NetworkAdaptersAreStopped(system, audience)),
        Mutant.InPlugAndPlay((system, audience) => new StopsWithoutAsking(system, audience)),
        Mutant.InPlugAndPlay((system, audience) => new StopsTwice(system, audience)),
        Mutant.InPlugAndPlay((system, audience) => new StopsWhoRejects(system, audience)),
        Mutant.InPlugAndPlay((system, audience) => new RejectionEndsTheRound(system, audience)),
        Mutant.InPlugAndPlay((system, audience) => new ForgetsToStartAgain(system, audience)),
        Mutant.InOperatingSystem(partition => new StartedDevicesLookPaused(partition)),
        Mutant.InPlugAndPlay((system, audience) => new RejectionIsNotCancelled(system, audience)),
        Mutant.InPlugAndPlay((system, audience) => new CancelsForEverybody(system, audience)),
        Mutant.InOperatingSystem(partition => new RemovedDevicesLookStarted(partition)),
        Mutant.InPlugAndPlay((system, audience) => new RemovesTwice(system, audience)),
        Mutant.InPlugAndPlay((system, audience) => new RemovedDevicesAreAsked(system, audience)),
    ];
}
