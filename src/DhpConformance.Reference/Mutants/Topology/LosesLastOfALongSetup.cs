namespace DhpConformance.Reference.Mutants;

[Breaks("TOP-01", "A partition whose setup lists more than two units starts out without the last of them.")]
internal sealed class LosesLastOfALongSetup : ServiceProcessor
{
    public LosesLastOfALongSetup(Machine machine, Admission admission)
        : base(machine, admission)
    {
        foreach (var partition in machine.Partitions)
        {
            var held = machine.Units.Where(unit => unit.Owner == partition).ToList();
            if (held.Count > 2)
            {
                held[^1].MoveTo(null);
            }
        }
    }
}
