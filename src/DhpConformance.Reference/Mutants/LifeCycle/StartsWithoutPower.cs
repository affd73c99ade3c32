using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("RUN-05", "Partitions can be started while the server is powered off.")]
internal sealed class StartsWithoutPower(Machine machine) : Admission(machine)
{
    internal override bool IsPowered(Operation request) => request is StartPartition || base.IsPowered(request);
}
