using System.Collections.Immutable;

namespace DhpConformance.Reference.Mutants;

/// <summary>
/// Reference servers with a fault that only overlapping requests show, in the order of their rules. No sequence of
/// requests of one client can tell them from the reference.
/// </summary>
public static class ConcurrencyMutants
{
    /// <summary>All of them.</summary>
    public static ImmutableArray<Mutant> All { get; } =
    [
        Mutant.InServiceProcessor((machine, admission) => new ChecksOwnerThenAdds(machine, admission)),
        Mutant.InServiceProcessor((machine, admission) => new ChecksSpareThenReplaces(machine, admission)),
        Mutant.InServiceProcessor((machine, admission) => new ChecksLimitThenAdds(machine, admission)),
        Mutant.Of<WritesOldSumBack>(new()
        {
            ServiceProcessor = (machine, admission) => new WritesOldSumBack(machine, admission),
            OperatingSystem = partition => new WritesOldSumBack.SumOfMemory(partition),
        }),
        Mutant.InServiceProcessor((machine, admission) => new PutsOldMapBack(machine, admission)),
        Mutant.Of<ReplacesInTwoSteps>(new()
        {
            ServiceProcessor = (machine, admission) => new ReplacesInTwoSteps(machine, admission),
            RequestHandler = (service, _) => new ReplacesInTwoSteps.Handler((ReplacesInTwoSteps)service),
        }),
        Mutant.InServiceProcessor((machine, admission) => new ChecksUnitsThenStarts(machine, admission)),
        Mutant.InServiceProcessor((machine, admission) => new SaysInUseForBusy(machine, admission)),
        Mutant.InServiceProcessor((machine, admission) => new ObservesInTwoSteps(machine, admission)),
        Mutant.Of<ShowsOldMapToOthers>(new()
        {
            ServiceProcessor = (machine, admission) => new ShowsOldMapToOthers(machine, admission),
            RequestHandler = (service, _) => new ShowsOldMapToOthers.Handler((ShowsOldMapToOthers)service),
        }),
        Mutant.InServiceProcessor((machine, admission) => new LeavesLockBehind(machine, admission)),
        Mutant.InServiceProcessor((machine, admission) => new BusyWithOtherPartitions(machine, admission)),
        Mutant.InServiceProcessor((machine, admission) => new LocksInTwoOrders(machine, admission)),
        Mutant.InServiceProcessor((machine, admission) => new KeepsLocksOfTheDead(machine, admission)),
    ];
}
