using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("TOP-03", "Every third assignment is answered and not carried out.")]
internal sealed class ForgetsEveryThirdAssignment(Machine machine, Admission admission)
    : ServiceProcessor(machine, admission)
{
    private int assignments;

    internal override Outcome Assign(Unit unit, Partition partition) =>
        ++assignments % 3 == 0 ? Outcome.Completed : base.Assign(unit, partition);
}
