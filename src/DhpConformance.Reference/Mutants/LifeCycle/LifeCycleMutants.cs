namespace DhpConformance.Reference.Mutants;

/// <summary>RUN: partitions that do not start and stop as they should.</summary>
internal static class LifeCycleMutants
{
    public static readonly Mutant[] All =
    [
        Mutant.InAdmission(machine => new RefusesToStartAtTheMaximum(machine)),
        Mutant.InAdmission(machine => new RefusesToStartAtTheMemoryLimit(machine)),
        Mutant.InAdmission(machine => new CrashedCannotBeStarted(machine)),
        Mutant.InServiceProcessor((machine, admission) => new ThirdStartHangs(machine, admission)),
        Mutant.InAdmission(machine => new CrashedCannotBeStopped(machine)),
        Mutant.InServiceProcessor((machine, admission) => new StoppedStillLooksCrashed(machine, admission)),
        Mutant.InAdmission(machine => new CrashedCannotBeRestarted(machine)),
        Mutant.InServiceProcessor((machine, admission) => new SecondRestartOnlyStops(machine, admission)),
        Mutant.InServiceProcessor((machine, admission) => new PowerOffKeepsTheCrashed(machine, admission)),
        Mutant.InServiceProcessor((machine, admission) => new PowerOnResumes(machine, admission)),
        Mutant.InAdmission(machine => new PowersOffOnlyAtRest(machine)),
        Mutant.InAdmission(machine => new StartsWhatRuns(machine)),
        Mutant.InAdmission(machine => new StopsWhatIsStopped(machine)),
        Mutant.InAdmission(machine => new StartsWithoutPower(machine)),
        Mutant.InAdmission(machine => new PowersOnTwice(machine)),
    ];
}
