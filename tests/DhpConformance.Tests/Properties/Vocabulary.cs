using DhpConformance.Abstractions;
using DhpConformance.Engine.Scenarios;
using DhpConformance.Model.Profiles;
using DhpConformance.Model.State;
using DhpConformance.Model.Transitions;
using DhpConformance.Reference;
using FsCheck;
using FsCheck.Fluent;
using Outcome = DhpConformance.Abstractions.Outcome;

namespace DhpConformance.Tests.Properties;

/// <summary>What servers are asked and answer, drawn as the suite draws its cases.</summary>
public static class Vocabulary
{
    private const int Length = 12;

    private static readonly ImplementationDescription Any = new("any", "1", Claims.All);

    public static Arbitrary<Scenario> Scenarios => Arb.From(
        from profile in Gen.Elements<Profile>([.. ProfileCatalog.All])
        from scenario in Drawn(new ScenarioGenerator(profile, Any, Length))
        select scenario,
        ScenarioShrinking.Candidates);

    public static Arbitrary<ServerSetup> Setups => Arb.From(Scenarios.Generator.Select(scenario => scenario.Setup));

    public static Arbitrary<Operation> Operations => Arb.From(
        from scenario in Scenarios.Generator
        from place in Gen.Choose(0, Length - 1)
        select scenario.Operations[place]);

    public static Arbitrary<Outcome> Outcomes => Arb.From(Gen.Elements<Outcome>(
    [
        Outcome.Completed,
        Outcome.PartlyCompleted,
        Outcome.Accepted,
        .. Enum.GetValues<RefusalReason>().Select(Outcome.Refused),
        .. Enum.GetValues<FailureReason>().Select(Outcome.Failed),
    ]));

    public static Arbitrary<Observation> Observations => Arb.From(Scenarios.Generator.Select(scenario =>
    {
        using var server = new ReferenceServer();
        scenario.RunOn(server);
        return server.Observe();
    }));

    public static Arbitrary<Profile> Profiles => Arb.From(
        from known in Gen.Elements<Profile>([.. ProfileCatalog.All])
        from capabilities in Gen.SubListOf<Capability>([.. known.Capabilities])
        from behaviours in Gen.SubListOf(Enum.GetValues<Behaviour>())
        from limit in Gen.Choose(1, 64)
        from number in Gen.Choose(0, 99)
        select known with
        {
            Name = $"own-{number}",
            Capabilities = [.. capabilities],
            Behaviours = [.. behaviours],
            ProcessorLimit = limit,
        },
        profile => Smaller.Lists(profile.Capabilities).Select(some => profile with { Capabilities = some })
            .Concat(Smaller.Lists(profile.Behaviours).Select(some => profile with { Behaviours = some })));

    public static Arbitrary<Claims> SomeClaims => Arb.From(
        Gen.SubListOf(Enum.GetValues<Claim>()).Select(claims => Claims.Of([.. claims])),
        claims => claims.Select(claim => claims.Without(claim)));

    public static Arbitrary<ImplementationDescription> Descriptions => Arb.From(
        from name in Gen.Elements("a server", "a \"quoted\" name", "<b>é\u2028")
        from claims in Gen.SubListOf(Enum.GetValues<Claim>())
        from traits in Gen.SubListOf(Enum.GetValues<Trait>())
        from value in Gen.Choose(1, 4096)
        from limits in Limits.Generator
        select new ImplementationDescription(name, "1.0", WithTraits(Claims.Of([.. claims]), traits, value))
        {
            Limits = limits,
        },
        description => description.Claims.Traits
            .Select(trait => description.Claims.With(description.Claims.Traits.Without(trait)))
            .Select(claims => description with { Claims = claims }));

    public static Arbitrary<ServerLimits> Limits => Arb.From(Gen.Choose(1, 9).Four().Select(numbers => new ServerLimits
    {
        Partitions = numbers.Item1,
        Processors = numbers.Item2,
        MemoryModules = numbers.Item3,
        IoHostBridges = numbers.Item4 - 1,
        MemoryGranularity = 1L << numbers.Item4,
    }));

    public static Arbitrary<Moment> Moments => Arb.From(
        from scenario in Scenarios.Generator
        from before in Gen.Choose(0, Length - 1)
        from asked in Gen.Choose(0, Length - 1)
        select new Moment(scenario, StateAfter(scenario, before), scenario.Operations[asked]),
        Earlier);

    public static Arbitrary<Code> Codes => Arb.From(
        from setup in Gen.Choose(int.MinValue, int.MaxValue)
        from operations in Gen.Choose(int.MinValue, int.MaxValue)
        select new Code(setup, (ulong)operations));

    // A trait that cannot be declared with these claims and the traits before it is left out.
    private static Claims WithTraits(Claims claims, IEnumerable<Trait> traits, int value) =>
        traits.Aggregate(claims, (all, trait) =>
            all.With(all.Traits.With(trait, TraitRequirements.TakesValue(trait) ? value : 1)) is var more
            && TraitRequirements.Problem(more) is null
                ? more
                : all);

    private static Gen<Scenario> Drawn(ScenarioGenerator generator) =>
        Codes.Generator.Select(code => generator.Make(code.Setup, code.Operations));

    // The same is asked for when fewer operations have been.
    private static IEnumerable<Moment> Earlier(Moment moment) =>
        from operations in Smaller.Lists(moment.Scenario.Operations)
        let scenario = moment.Scenario with { Operations = operations }
        select new Moment(scenario, StateAfter(scenario, operations.Length), moment.Operation);

    private static ServerState StateAfter(Scenario scenario, int count) => scenario.Operations.Take(count).Aggregate(
        ServerState.Initial(new Inventory(scenario.Setup, Claims.All)),
        (state, operation) => Transition.Decide(state, operation).Next);
}
