using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("SYN-09", "A processor of which every component is vetoed is added all the same.")]
internal sealed class OverrulesUnanimousVetoes(OperatingSystem system, Registry consumers)
    : ProcessorCallbacks(system, consumers)
{
    private bool overrules;

    internal override int CountVetoes(int next)
    {
        var vetoes = base.CountVetoes(next);
        overrules = vetoes == next;
        return overrules ? 0 : vetoes;
    }

    internal override bool Start(LogicalProcessor processor) => base.Start(processor) || overrules;
}
