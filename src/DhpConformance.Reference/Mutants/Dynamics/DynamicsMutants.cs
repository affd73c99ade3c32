namespace DhpConformance.Reference.Mutants;

/// <summary>DYN: a map that changes, or does not, at the wrong time.</summary>
internal static class DynamicsMutants
{
    public static readonly Mutant[] All =
    [
        Mutant.InAdmission(machine => new StaticServerAssigns(machine)),
        Mutant.InAdmission(machine => new StaticServerHotAdds(machine)),
        Mutant.InAdmission(machine => new StaticServerThawsAtRest(machine)),
        Mutant.InAdmission(machine => new StaticServerNeverAssigns(machine)),
        Mutant.InAdmission(machine => new StaticServerNeverReleases(machine)),
        Mutant.InAdmission(machine => new StaticServerOpensOnce(machine)),
        Mutant.InAdmission(machine => new AssignsOnlyAtRest(machine)),
        Mutant.InAdmission(machine => new ReleasesBesideOneAtMost(machine)),
        Mutant.InOperatingSystem(partition => new ThirdAddStopsSystem(partition)),
        Mutant.InServiceProcessor((machine, admission) => new UnsupportedRemoveCrashes(machine, admission)),
        Mutant.InOperatingSystem(partition => new ReplacedMemoryNeedsARestart(partition)),
        Mutant.InServiceProcessor((machine, admission) => new AddsToTheNeighbour(machine, admission)),
        Mutant.InServiceProcessor((machine, admission) => new UsesAddedMemoryUnmapped(machine, admission)),
        Mutant.InAdmission(machine => new AddsToTheStopped(machine)),
        Mutant.InAdmission(machine => new ReplacesInTheCrashed(machine)),
        Mutant.InAdmission(machine => new AssignsToTheCrashed(machine)),
        Mutant.InAdmission(machine => new ReleasesBridgesInUse(machine)),
    ];
}
