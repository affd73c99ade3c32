namespace DhpConformance.Reference.Mutants;

/// <summary>REP: hot replaces that replace something else, or by halves.</summary>
internal static class HotReplacesMutants
{
    public static readonly Mutant[] All =
    [
        Mutant.InAdmission(machine => new AcceptsLargerSpare(machine)),
        Mutant.InAdmission(machine => new AcceptsSmallerModule(machine)),
        Mutant.InAdmission(machine => new AcceptsAnotherType(machine)),
        Mutant.InAdmission(machine => new ComparesWholeGibibytes(machine)),
        Mutant.InAdmission(machine => new TakesSpareFromTheStopped(machine)),
        Mutant.InAdmission(machine => new ReplacesByItself(machine)),
        Mutant.InServiceProcessor((machine, admission) => new HoldsBothUntilSettled(machine, admission)),
        Mutant.InServiceProcessor((machine, admission) => new HoldsNeitherUntilSettled(machine, admission)),
        Mutant.InAdmission(machine => new SecondReplaceIsBusy(machine)),
        Mutant.InServiceProcessor((machine, admission) => new ReturningUnitFails(machine, admission)),
        Mutant.InAdmission(machine => new RefusesSparesThatAreOff(machine)),
        Mutant.InAdmission(machine => new ReplacesUnitsOfNeighbours(machine)),
        Mutant.InAdmission(machine => new ReplacesFreeUnits(machine)),
        Mutant.InServiceProcessor((machine, admission) => new SecondSwapIsForgotten(machine, admission)),
        Mutant.InServiceProcessor((machine, admission) => new TargetGoesToAnother(machine, admission)),
        Mutant.InServiceProcessor((machine, admission) => new WrongTwinLeaves(machine, admission)),
        Mutant.InOperatingSystem(partition => new ReplaceRenumbers(partition)),
        Mutant.InOperatingSystem(partition => new ReplaceAddsMemory(partition)),
        Mutant.InOperatingSystem(partition => new ReplaceSizesPoolsAnew(partition)),
        Mutant.InServiceProcessor((machine, admission) => new FailedReplaceLosesTheTarget(machine, admission)),
        Mutant.InServiceProcessor((machine, admission) => new FailedReplaceKeepsTheSpare(machine, admission)),
        Mutant.InServiceProcessor((machine, admission) => new ReplacesByHalfASpare(machine, admission)),
        Mutant.InServiceProcessor((machine, admission) => new ReplacesByWhatDidNotStart(machine, admission)),
    ];
}
