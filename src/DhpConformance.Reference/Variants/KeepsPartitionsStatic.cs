using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Variants;

/// <summary>Keeps partition 0 static: its map does not change while the server is powered on.</summary>
internal class KeepsPartitionsStatic(Machine machine) : Admission(machine)
{
    internal override bool IsFrozen(Operation request) => base.IsFrozen(request)
        || (Machine.PoweredOn && Concerned(request)?.Id.Value < TraitVariants.StaticPartitions);

    internal virtual Partition? Concerned(Operation request) => request switch
    {
        AssignUnit assign => Machine.Find(assign.Partition),
        ReleaseUnit release => Machine.Find(release.Unit)?.Owner,
        HotAdd add => Machine.Find(add.Partition),
        HotReplace replace => Machine.Find(replace.Partition),
        HotRemove remove => Machine.Find(remove.Partition),
        _ => null,
    };
}
