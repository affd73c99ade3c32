namespace DhpConformance.Reference.Mutants;

/// <summary>CON: consumers that cannot come or go, hear of what is not theirs, or read what is not so.</summary>
internal static class ConsumersMutants
{
    public static readonly Mutant[] All =
    [
        Mutant.InAdmission(machine => new RefusesTheSecondDriver(machine)),
        Mutant.InAdmission(machine => new ApplicationsNeverLeave(machine)),
        Mutant.InAdmission(machine => new NamesAreTakenForGood(machine)),
        Mutant.InAdmission(machine => new NamesCountPerPartition(machine)),
        Mutant.InAdmission(machine => new VetoesWithoutCallback(machine)),
        Mutant.InAdmission(machine => new ExistingNeedsNoKind(machine)),
        Mutant.InAdmission(machine => new ApplicationsMayWantNothing(machine)),
        Mutant.InAdmission(machine => new NoRequestIsARequest(machine)),
        Mutant.InAdmission(machine => new DriversPrecedeTheSystem(machine)),
        Mutant.InAdmission(machine => new ApplicationsOutliveCrashes(machine)),
        Mutant.InServiceProcessor((machine, admission) => new TellsWhoHasLeft(machine, admission)),
        Mutant.InServiceProcessor((machine, admission) => new TellsWhoWasThereBeforeBoot(machine, admission)),
        Mutant.InServiceProcessor((machine, admission) => new ArrivalsAreToldNextDoor(machine, admission)),
        Mutant.InServiceProcessor((machine, admission) => new CompleteIsToldNextDoor(machine, admission)),
        Mutant.InOperatingSystem(partition => new CallbacksReadMemoryOfTheBoot(partition)),
        Mutant.InOperatingSystem(partition => new WakesUpOnOneProcessor(partition)),
        Mutant.InOperatingSystem(partition => new NewestDeviceIsHidden(partition)),
        Mutant.InOperatingSystem(partition => new MemoryApplicationsAreHidden(partition)),
        Mutant.InOperatingSystem(partition => new RegistrationClearsTheStatus(partition)),
        Mutant.InOperatingSystem(partition => new RequestsTakeMemory(partition)),
    ];
}
