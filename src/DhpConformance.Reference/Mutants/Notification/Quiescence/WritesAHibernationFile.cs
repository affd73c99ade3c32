using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("QUI-05", "A hot replace writes a hibernation file.")]
internal sealed class WritesAHibernationFile(Partition partition) : OperatingSystem(partition)
{
    internal override void Replace(Unit target, Unit spare)
    {
        Tell(new(NotificationKind.HibernationFileWritten, null));
        base.Replace(target, spare);
    }
}
