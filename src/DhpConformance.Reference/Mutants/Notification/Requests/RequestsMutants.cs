namespace DhpConformance.Reference.Mutants;

/// <summary>IO: requests that are lost, repeated, overtaken, or done by a device that cannot.</summary>
internal static class RequestsMutants
{
    public static readonly Mutant[] All =
    [
        Mutant.InOperatingSystem(partition => new ReplaceDropsRequests(partition)),
        Mutant.InInputOutput((system, consumers) => new CompletesRequestsTwice(system, consumers)),
        Mutant.InInputOutput((system, consumers) => new DeregistrationDropsRequests(system, consumers)),
        Mutant.InOperatingSystem(partition => new ReplaceReversesRequests(partition)),
        Mutant.InPlugAndPlay((system, consumers) => new RebalanceReversesRequests(system, consumers)),
        Mutant.InInputOutput((system, consumers) => new CompletesWhileStopped(system, consumers)),
        Mutant.InOperatingSystem(partition => new CompletesWhileAsleep(partition)),
        Mutant.InInputOutput((system, consumers) => new RequestsToRemovedDevicesSucceed(system, consumers)),
        Mutant.InInputOutput((system, consumers) => new RequestsWithFollowersFail(system, consumers)),
        Mutant.InAdmission(machine => new RefusesRequestsWhileStopped(machine)),
        Mutant.InAdmission(machine => new RefusesRequestsToTheRemoved(machine)),
    ];
}
