using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("CON-02", "A driver that is registered in one partition can be registered in another as well.")]
internal sealed class NamesCountPerPartition(Machine machine) : Admission(machine)
{
    internal override bool IsRegistered(ConsumerId consumer, Operation request) =>
        request is RegisterDriver { Partition: var partition }
            ? Machine.Get(partition).System.Has(consumer)
            : base.IsRegistered(consumer, request);
}
