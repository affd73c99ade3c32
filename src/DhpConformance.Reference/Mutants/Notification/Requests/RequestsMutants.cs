namespace DhpConformance.Reference.Mutants;

/// <summary>IO: requests that are lost, repeated, overtaken, or done by a device that cannot.</summary>
internal static class RequestsMutants
{
    public static readonly Mutant[] All =
    [
        Mutant.InOperatingSystem(partition => new ReplaceDropsRequests(partition)),
        Mutant.InInputOutput((system, audience) => new CompletesRequestsTwice(system, audience)),
        Mutant.InInputOutput((system, audience) => new DeregistrationDropsRequests(system, audience)),
        Mutant.InOperatingSystem(partition => new ReplaceReversesRequests(partition)),
        Mutant.InPlugAndPlay((system, audience) => new RebalanceReversesRequests(system, audience)),
        Mutant.InInputOutput((system, audience) => new CompletesWhileStopped(system, audience)),
        Mutant.InOperatingSystem(partition => new CompletesWhileAsleep(partition)),
        Mutant.InInputOutput((system, audience) => new RequestsToRemovedDevicesSucceed(system, audience)),
        Mutant.InInputOutput((system, audience) => new RequestsWithFollowersFail(system, audience)),
        Mutant.InAdmission(machine => new RefusesRequestsWhileStopped(machine)),
        Mutant.InAdmission(machine => new RefusesRequestsToTheRemoved(machine)),
    ];
}
