using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

/// <summary>
/// A service processor that checks a request, lets others go on, and overlooks one reason when it looks again.
/// </summary>
internal abstract class ChecksTooEarly(Machine machine, Admission admission, RefusalReason overlooked)
    : ServiceProcessor(machine, admission)
{
    /// <summary>Checks, pauses, checks again, and acts.</summary>
    protected Outcome Later(Func<RefusalReason?> check, Func<Outcome> act)
    {
        if (check() is { } before)
        {
            return Outcome.Refused(before);
        }

        Machine.Gate.Pause($"checked whether {Words.Of(overlooked)}");
        return check() is { } now && now != overlooked ? Outcome.Refused(now) : act();
    }
}

[Breaks("LIN-01", "A hot add checks that the unit is free, and does not look again when it takes it.")]
internal sealed class ChecksOwnerThenAdds(Machine machine, Admission admission)
    : ChecksTooEarly(machine, admission, RefusalReason.InUse)
{
    internal override Outcome Apply(HotAdd request) => Later(
        () => Admission.WhyNot(request), () => Add(Machine.Get(request.Unit), Machine.Get(request.Partition)));
}

[Breaks("LIN-01", "A hot replace checks that the spare is free, and does not look again when it takes it.")]
internal sealed class ChecksSpareThenReplaces(Machine machine, Admission admission)
    : ChecksTooEarly(machine, admission, RefusalReason.InUse)
{
    internal override Outcome Apply(HotReplace request) => Later(
        () => Admission.WhyNot(request),
        () => Replace(
            Machine.Get(request.Target), Machine.Get(request.Spare), Machine.Get(request.Partition)));
}

[Breaks("LIN-02", "A hot add checks the limits of the partition, and does not look again when the unit joins.")]
internal sealed class ChecksLimitThenAdds(Machine machine, Admission admission)
    : ChecksTooEarly(machine, admission, RefusalReason.LimitExceeded)
{
    internal override Outcome Apply(HotAdd request) => Later(
        () => Admission.WhyNot(request), () => Add(Machine.Get(request.Unit), Machine.Get(request.Partition)));
}

[Breaks("LIN-05", "A start checks that there is memory and a processor, and does not look again when it boots.")]
internal sealed class ChecksUnitsThenStarts(Machine machine, Admission admission)
    : ChecksTooEarly(machine, admission, RefusalReason.Insufficient)
{
    internal override Outcome Apply(StartPartition request) =>
        Later(() => Admission.WhyNot(request), () => Start(Machine.Get(request.Partition)));
}
