using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("CON-02", "A script may veto although it registers no callback to do so.")]
internal sealed class VetoesWithoutCallback(Machine machine) : Admission(machine)
{
    internal override bool Contradicts(DriverScript script) =>
        base.Contradicts(script.Synchronous ? script : script with { VetoesStart = null });
}
