using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("TOP-20", "Powering the server on brings back the map it was set up with.")]
internal sealed class PowerCycleRestoresTheSetup(Machine machine, Admission admission)
    : ServiceProcessor(machine, admission)
{
    private readonly Partition?[] setup = [.. machine.Units.Select(unit => unit.Owner)];

    internal override Outcome PowerOn()
    {
        for (var i = 0; i < setup.Length; i++)
        {
            if (Machine.Units[i].Owner != setup[i])
            {
                Machine.Units[i].MoveTo(setup[i]);
            }
        }

        return base.PowerOn();
    }
}
