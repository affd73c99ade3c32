using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("QUI-03", "The swap is reported with the unit that left.")]
internal sealed class SwapReportsTheTarget(Partition partition) : OperatingSystem(partition)
{
    private Unit? left;

    internal override void Replace(Unit target, Unit spare)
    {
        base.Replace(target, spare);
        left = target;
    }

    internal override void Tell(Message message) =>
        base.Tell(message.Kind == NotificationKind.UnitsSwapped ? message with { Unit = left!.Id } : message);
}
