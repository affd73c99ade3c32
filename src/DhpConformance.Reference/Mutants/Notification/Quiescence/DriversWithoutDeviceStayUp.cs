namespace DhpConformance.Reference.Mutants;

[Breaks("QUI-01", "A driver without a device is not sent to sleep.")]
internal sealed class DriversWithoutDeviceStayUp(OperatingSystem system, Registry consumers)
    : PowerPolicy(system, consumers)
{
    internal override bool PutToSleep(Driver driver) => driver.Device is null || base.PutToSleep(driver);

    internal override void WakeUp(Driver driver)
    {
        if (driver.Device is not null)
        {
            base.WakeUp(driver);
        }
    }
}
