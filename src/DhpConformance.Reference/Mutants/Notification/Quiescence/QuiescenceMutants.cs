namespace DhpConformance.Reference.Mutants;

/// <summary>QUI: sleep that is not notified, not shared, not ended, or at the wrong time.</summary>
internal static class QuiescenceMutants
{
    public static readonly Mutant[] All =
    [
        Mutant.InPowerPolicy((system, consumers) => new DriversWithoutDeviceStayUp(system, consumers)),
        Mutant.InPowerPolicy((system, consumers) => new NetworkAdaptersStayAwake(system, consumers)),
        Mutant.InOperatingSystem(partition => new SwapIsHiddenInEmptyPartitions(partition)),
        Mutant.InOperatingSystem(partition => new SwapReportsTheTarget(partition)),
        Mutant.InServiceProcessor((machine, admission) => new FailedReplaceReportsASwap(machine, admission)),
        Mutant.InOperatingSystem(partition => new DevicesWakeUpSilently(partition)),
        Mutant.InOperatingSystem(partition => new OnlyTheNewestIsWoken(partition)),
        Mutant.InOperatingSystem(partition => new WritesAHibernationFile(partition)),
        Mutant.InPowerPolicy((system, consumers) => new AsksTwice(system, consumers)),
        Mutant.InPowerPolicy((system, consumers) => new AsksBeforeWaking(system, consumers)),
        Mutant.InPowerPolicy((system, consumers) => new NetworkAdaptersNeverSleep(system, consumers)),
        Mutant.InAdmission(machine => new ReplacesUnderAnyDevice(machine)),
        Mutant.InServiceProcessor((machine, admission) => new SwapsUnderWakingDevices(machine, admission)),
        Mutant.InOperatingSystem(partition => new RollBackWakesTheNewestOnly(partition)),
        Mutant.InOperatingSystem(partition => new FailedSpareLeavesDevicesAsleep(partition)),
        Mutant.InOperatingSystem(partition => new DeliversToTheSleeping(partition)),
        Mutant.InOperatingSystem(partition => new ReplaceCompletesProcessors(partition)),
        Mutant.InOperatingSystem(partition => new AddsPutDriversToSleep(partition)),
        Mutant.InOperatingSystem(partition => new SleepsInTheMiddleOfARound(partition)),
    ];
}
