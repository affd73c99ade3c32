using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Consumers;
using DhpConformance.Engine.Results;
using DhpConformance.Model.Consumers;
using DhpConformance.Reference.Consumers;

namespace DhpConformance.Tests.Consumers;

/// <summary>Who is right is left alone, and each mutant is caught under its own rule and no other.</summary>
public sealed class ReferenceConsumerTests
{
    private const int Cases = 500;

    public static TheoryData<string> Right => [.. ReferenceConsumers.Right.Select(one => one.Name)];

    public static TheoryData<string> Mutants => [.. ReferenceConsumers.Mutants.Select(one => one.Name)];

    [Theory]
    [MemberData(nameof(Right))]
    public void A_right_consumer_is_accused_of_nothing(string name) =>
        Assert.Empty(Judge(ReferenceConsumers.Find(name)!.Create).Failures);

    [Theory]
    [MemberData(nameof(Right))]
    public void Nor_is_it_with_fewer_traits(string name)
    {
        var create = ReferenceConsumers.Find(name)!.Create;
        var traits = create().Describe().Traits;
        Assert.Empty(Judge(() => new Modest(create(), [])).Failures);
        Assert.All(traits, trait => Assert.Empty(Judge(() => new Modest(create(), Alone(trait, traits))).Failures));
    }

    [Theory]
    [MemberData(nameof(Mutants))]
    public void A_mutant_is_caught_under_its_own_rule_and_no_other(string name)
    {
        var mutant = ReferenceConsumers.Find(name)!;
        var failure = Assert.Single(Judge(mutant.Create).Failures);
        Assert.Equal(mutant.Rule, failure.Rule);
        Assert.InRange(failure.Steps.Length, 0, 6);
    }

    // The first processor of a group, number 32, looks as if its mask had 32 bits.
    [Theory]
    [InlineData(7)]
    [InlineData(10)]
    public void A_number_that_is_computed_beside_a_full_group_is_no_narrow_mask(ulong seed) => Assert.Equal(
        "C-PROC-04",
        Assert.Single(ConsumerSuite.Run(
            ReferenceConsumers.Mutants.Single(mutant => mutant.Name == "computes-number").Create,
            new() { Cases = 200, Seed = seed }).Failures).Rule);

    [Fact]
    public void Every_rule_that_is_judged_has_a_mutant() =>
        Assert.Equal(
            ConsumerRuleCatalog.All.Where(rule => rule.NotTestable is null).Select(rule => rule.Id)
                .Order(StringComparer.Ordinal),
            ReferenceConsumers.Mutants.Select(mutant => mutant.Rule!).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void The_disk_is_conformant_after_the_usual_number_of_cases()
    {
        var results = ConsumerSuite.Run(ReferenceConsumers.Find("disk")!.Create, new());
        Assert.Equal("", string.Join("; ", results.Rules.Where(rule => rule.Verdict == Verdict.Inconclusive)));
        Assert.Equal(Verdict.Pass, results.Verdict);
    }

    [Fact]
    public void The_same_seed_gives_the_same_results()
    {
        var create = ReferenceConsumers.Find("forgets-cancel-stop")!.Create;
        var (one, other) = (Assert.Single(Judge(create).Failures), Assert.Single(Judge(create).Failures));
        Assert.Equal(one.Steps.AsEnumerable(), other.Steps);
        Assert.Equal(one.Timeline.SelectMany(moment => moment.Log), other.Timeline.SelectMany(moment => moment.Log));
    }

    // Who must not be stopped has to say so, whatever else it says.
    private static ImmutableArray<ConsumerTrait> Alone(ConsumerTrait trait, ImmutableArray<ConsumerTrait> all) =>
        [.. all.Where(one => one == trait || one == ConsumerTrait.PagingPath)];

    private static ConsumerResults Judge(Func<IConsumerUnderTest> create) =>
        ConsumerSuite.Run(create, new() { Cases = Cases });

    /// <summary>A consumer that says less of itself than it could.</summary>
    private sealed class Modest(
        IConsumerUnderTest inner, ImmutableArray<ConsumerTrait> traits)
            : IConsumerUnderTest
    {
        public ConsumerDescription Describe() => inner.Describe() with { Traits = traits };

        public ConsumerAnswer On(ConsumerEvent happening, IOperatingSystem system) => inner.On(happening, system);

        public void Dispose() => inner.Dispose();
    }
}
