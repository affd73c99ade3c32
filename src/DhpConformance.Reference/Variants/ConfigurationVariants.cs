using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Variants;

/// <summary>Service processors that keep the map and the power of units in another way.</summary>
internal static class ConfigurationVariants
{
    public static readonly Variant[] All =
    [
        Variant.Of(
            "switches-replaced-unit-off",
            "A unit that was replaced is switched off.",
            ["REP-18", "TOP-08"],
            new() { ServiceProcessor = (machine, admission) => new SwitchesReplacedUnitOff(machine, admission) }),
        Variant.Of(
            "keeps-the-last-unit-of-a-partition",
            "The last unit of a partition is not released.",
            ["TOP-05", "TOP-14"],
            new() { Admission = machine => new KeepsTheLastUnit(machine) }),
    ];

    private sealed class SwitchesReplacedUnitOff(Machine machine, Admission admission)
        : ServiceProcessor(machine, admission)
    {
        internal override void Swap(Unit target, Unit spare, Partition partition)
        {
            base.Swap(target, spare, partition);
            target.Power = UnitPower.Off;
        }
    }

    private sealed class KeepsTheLastUnit(Machine machine) : Admission(machine)
    {
        internal override RefusalReason? WhyNot(ReleaseUnit request) =>
            base.WhyNot(request) ?? (Machine.Get(request.Unit).Owner!.UnitCount == 1
                ? RefusalReason.Insufficient
                : null);
    }
}
