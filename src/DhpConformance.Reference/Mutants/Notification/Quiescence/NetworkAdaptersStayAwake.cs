using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("QUI-02", "Network adapters are not put to sleep.")]
internal sealed class NetworkAdaptersStayAwake(OperatingSystem system, Registry consumers)
    : PowerPolicy(system, consumers)
{
    internal override bool PutToSleep(Driver driver)
    {
        if (driver.Device is not { Script: { Class: DeviceClass.Network, NeverReachesD3: false } })
        {
            return base.PutToSleep(driver);
        }

        Tell(driver, NotificationKind.SetPowerSleep);
        return true;
    }
}
