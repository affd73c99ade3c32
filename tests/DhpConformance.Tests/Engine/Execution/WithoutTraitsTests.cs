using DhpConformance.Abstractions;
using DhpConformance.Engine.Profiles;
using DhpConformance.Engine.Results;
using DhpConformance.Engine.Runs;
using DhpConformance.Model.Profiles;
using DhpConformance.Reference;
using DhpConformance.Reference.Variants;

namespace DhpConformance.Tests.Engine.Execution;

/// <summary>A server that declares traits may break other rules than the one about traits.</summary>
public sealed class WithoutTraitsTests
{
    // What these say is the memory that a partition shows.
    private static readonly Trait[] OfMemory = [Trait.MemoryInBlocks, Trait.MemoryReserve, Trait.RoundsTo];

    public static TheoryData<Trait> Others => [.. Enum.GetValues<Trait>().Except(OfMemory)];

    [Theory]
    [MemberData(nameof(Others))]
    public void A_fault_that_is_not_about_a_declared_trait_breaks_the_same_rule_as_without_it(Trait trait)
    {
        var variant = VariantCatalog.All.Single(one => one.Name == $"declares-{TraitRequirements.Name(trait)}");
        var broken = BrokenBy(() => new ReferenceServer());
        Assert.NotEmpty(broken);
        Assert.Equal(broken, BrokenBy(variant.Create));
    }

    [Theory]
    [InlineData("keeps-the-last-unit-of-a-partition", Verdict.Pass)]
    [InlineData("switches-replaced-unit-off", Verdict.Fail)]
    public void A_trait_that_takes_a_choice_away_is_tested_where_there_was_one(string name, Verdict verdict)
    {
        var variant = VariantCatalog.All.Single(one => one.Name == name);
        var result = ConformanceSuite.Run(
                () => new KeepsOneUnit(variant.Create()),
                new() { Profiles = [ProfileCatalog.Find("windows-server-2008-x64")!], Cases = 300, Shrink = false })
            .Profiles.Single();
        Assert.Equal(verdict, result.Rules.Single(rule => rule.Rule == "TRT-01").Verdict);
    }

    private static IEnumerable<string> BrokenBy(Func<IPartitionableServer> create) => ConformanceSuite.Run(
            () => new LosesPages(create()),
            new() { Profiles = [SelfTestProfiles.HotEverything], Cases = 32, Shrink = false })
        .Profiles.Single().Failures.Select(failure => failure.Rule).OfType<string>()
        .Distinct().Order(StringComparer.Ordinal);

    /// <summary>Passes on what it is asked.</summary>
    private abstract class Wrapper(IPartitionableServer server) : IPartitionableServer
    {
        public virtual ImplementationDescription Describe() => server.Describe();

        public void Reset(ServerSetup setup) => server.Reset(setup);

        public Outcome Apply(Operation operation) => server.Apply(operation);

        public virtual Observation Observe() => server.Observe();

        public void Dispose() => server.Dispose();
    }

    /// <summary>Declares that a partition keeps its last unit.</summary>
    private sealed class KeepsOneUnit(IPartitionableServer server) : Wrapper(server)
    {
        public override ImplementationDescription Describe()
        {
            var description = base.Describe();
            return description with
            {
                Claims = description.Claims.With(Traits.None.With(Trait.MinimumUnits, 1)),
            };
        }
    }

    /// <summary>Shows a page of the memory of each partition fewer than there is.</summary>
    private sealed class LosesPages(IPartitionableServer server) : Wrapper(server)
    {
        public override Observation Observe()
        {
            var observation = base.Observe();
            return observation with
            {
                Partitions = [.. observation.Partitions.Select(partition => partition with
                {
                    MemoryBytes = Math.Max(0, partition.MemoryBytes - 4096),
                })],
            };
        }
    }
}
