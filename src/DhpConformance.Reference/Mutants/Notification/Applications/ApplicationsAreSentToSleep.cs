using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("APP-15", "Applications are sent to sleep as drivers are.")]
internal sealed class ApplicationsAreSentToSleep(OperatingSystem system, Registry consumers)
    : PowerPolicy(system, consumers)
{
    internal override bool Sleep()
    {
        Registry.Applications.ForEach(application =>
            System.Tell(new(NotificationKind.SetPowerSleep, application.Id)));
        return base.Sleep();
    }
}
