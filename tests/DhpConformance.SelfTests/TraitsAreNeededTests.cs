using DhpConformance.Abstractions;
using DhpConformance.Engine.Profiles;
using DhpConformance.Engine.Results;
using DhpConformance.Engine.Runs;
using DhpConformance.Reference.Variants;

namespace DhpConformance.SelfTests;

/// <summary>
/// A server that differs by design conforms with its trait (see <see cref="VariantsConformTests"/>) and fails without
/// it.
/// </summary>
public sealed class TraitsAreNeededTests
{
    public static TheoryData<Trait> All => [.. Enum.GetValues<Trait>()];

    [Theory]
    [MemberData(nameof(All))]
    public void Every_trait_has_a_variant_that_fails_without_it(Trait trait)
    {
        var variant = VariantCatalog.All.Single(one => one.Name == $"declares-{TraitRequirements.Name(trait)}");
        var results = ConformanceSuite.Run(
            () => new Undeclared(variant.Create()),
            new() { Profiles = SelfTestProfiles.All, Cases = 200, Shrink = false });
        Assert.Equal(Verdict.Fail, results.Verdict);
    }

    // The same server, which says nothing of its traits.
    private sealed class Undeclared(IPartitionableServer server) : IPartitionableServer
    {
        public ImplementationDescription Describe()
        {
            var description = server.Describe();
            return description with { Claims = description.Claims.With(Traits.None) };
        }

        public void Reset(ServerSetup setup) => server.Reset(setup);

        public Outcome Apply(Operation operation) => server.Apply(operation);

        public Observation Observe() => server.Observe();

        public void Dispose() => server.Dispose();
    }
}
