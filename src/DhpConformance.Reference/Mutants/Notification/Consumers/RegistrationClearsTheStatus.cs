using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("CON-08", "Registering a driver clears the status of the latest hot operation.")]
internal sealed class RegistrationClearsTheStatus(Partition partition) : OperatingSystem(partition)
{
    internal override Outcome Register(ConsumerId consumer, DriverScript script)
    {
        LatestHotOperation = null;
        return base.Register(consumer, script);
    }
}
