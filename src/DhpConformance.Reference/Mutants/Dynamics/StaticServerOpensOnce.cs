using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("DYN-03", "The map of a static server can be changed only until it is powered on for the first time.")]
internal sealed class StaticServerOpensOnce(Machine machine) : Admission(machine)
{
    private bool closed;

    internal override RefusalReason? WhyNot(PowerOnServer request)
    {
        var reason = base.WhyNot(request);
        closed |= reason is null;
        return reason;
    }

    internal override RefusalReason? WhyNot(AssignUnit request) =>
        base.WhyNot(request) ?? (Machine.IsStatic && closed ? RefusalReason.NotDynamic : null);
}
