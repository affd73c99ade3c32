namespace DhpConformance.Reference.Mutants;

/// <summary>REF: refusals that leave traces, or are not given.</summary>
internal static class RefusalsMutants
{
    public static readonly Mutant[] All =
    [
        Mutant.InServiceProcessor((machine, admission) => new RefusedAddSwitchesOn(machine, admission)),
        Mutant.InServiceProcessor((machine, admission) => new RefusedAssignReleases(machine, admission)),
        Mutant.InServiceProcessor((machine, admission) => new RefusedReplaceIsShown(machine, admission)),
        Mutant.InServiceProcessor((machine, admission) => new RefusedStartReboots(machine, admission)),
        Mutant.InAdmission(machine => new CallsTheUnknownInvalid(machine)),
        Mutant.InAdmission(machine => new CallsTheHeldIncompatible(machine)),
        Mutant.InAdmission(machine => new CallsTheStoppedUnsupported(machine)),
        Mutant.InAdmission(machine => new CallsTheFullInsufficient(machine)),
        Mutant.InServiceProcessor((machine, admission) => new FailedAddKeepsTheUnit(machine, admission)),
        Mutant.InServiceProcessor((machine, admission) => new FailedAddSwitchesOn(machine, admission)),
        Mutant.InServiceProcessor((machine, admission) => new FailedAddCountsAnyway(machine, admission)),
        Mutant.InServiceProcessor((machine, admission) => new FailedAddIsNotShown(machine, admission)),
        Mutant.InServiceProcessor((machine, admission) => new AssignsTheUnknown(machine, admission)),
        Mutant.InServiceProcessor((machine, admission) => new StopsTheUnknown(machine, admission)),
        Mutant.InServiceProcessor((machine, admission) => new AddsTheUnknown(machine, admission)),
        Mutant.InServiceProcessor((machine, admission) => new ReleasesFreeUnits(machine, admission)),
        Mutant.InServiceProcessor((machine, admission) => new AcceptsAdds(machine, admission)),
        Mutant.InServiceProcessor((machine, admission) => new NeverSettles(machine, admission)),
    ];
}
