using System.Collections.Immutable;
using DhpConformance.Engine.Results;
using DhpConformance.Tests.Properties;
using FsCheck.Xunit;

namespace DhpConformance.Tests.Engine.Results;

/// <summary>The worst of several verdicts, in whatever order they come.</summary>
public sealed class VerdictProperties : IControlled
{
    private readonly Func<IEnumerable<Verdict>, Verdict> worst;

    public VerdictProperties()
        : this(VerdictOrder.Worst)
    {
    }

    internal VerdictProperties(Func<IEnumerable<Verdict>, Verdict> worst) => this.worst = worst;

    public static IEnumerable<Control> Controls =>
    [
        new(nameof(Order_makes_no_difference), new VerdictProperties(all => all.FirstOrDefault())),
        new(nameof(A_part_can_be_judged_first), new VerdictProperties(all => (Verdict)(all.Count() % 2))),
        new(nameof(A_failure_stands_whatever_else_there_is), new VerdictProperties(all => all.DefaultIfEmpty().Max())),
        new(nameof(What_is_no_problem_changes_nothing), new VerdictProperties(all => all.LastOrDefault())),
    ];

    [Property]
    public bool Order_makes_no_difference(ImmutableArray<Verdict> all) => worst(all) == worst(all.Reverse());

    [Property]
    public bool A_part_can_be_judged_first(ImmutableArray<Verdict> some, ImmutableArray<Verdict> others) =>
        worst([worst(some), worst(others)]) == worst([.. some, .. others]);

    [Property]
    public bool A_failure_stands_whatever_else_there_is(ImmutableArray<Verdict> all) =>
        worst([.. all, Verdict.Fail]) == Verdict.Fail;

    [Property]
    public bool What_is_no_problem_changes_nothing(ImmutableArray<Verdict> all) =>
        worst([.. all, Verdict.NotClaimed, Verdict.NotApplicable, Verdict.NotTestable, Verdict.Pass]) == worst(all);
}
