using DhpConformance.Abstractions;
using DhpConformance.Engine.Scenarios;
using DhpConformance.Model.Profiles;
using DhpConformance.Tests.Properties;
using FsCheck.Xunit;

namespace DhpConformance.Tests.Engine.Scenarios;

/// <summary>What is drawn can be judged: it is a server that could be, and it comes out the same each time.</summary>
public sealed class ScenarioGeneratorProperties : IControlled
{
    private const int Length = 15;

    private static readonly Profile Judged = ProfileCatalog.Find("windows-server-2008-x64")!;

    private readonly Func<ServerLimits, Claims, Code, Scenario> make;

    public ScenarioGeneratorProperties()
        : this(Real)
    {
    }

    internal ScenarioGeneratorProperties(Func<ServerLimits, Claims, Code, Scenario> make) => this.make = make;

    public static IEnumerable<Control> Controls =>
    [
        new(nameof(The_same_numbers_make_the_same_scenario), new ScenarioGeneratorProperties(Restless())),
        new(nameof(It_is_as_long_as_was_asked_for), Mutated(made => made with { Operations = made.Operations[1..] })),
        new(nameof(Units_and_partitions_are_numbered_from_0), Mutated(made => Changed(
            made, setup => setup with { Units = [.. setup.Units.Reverse()] }))),
        new(nameof(Serial_numbers_tell_units_apart), Mutated(made => Changed(
            made, setup => setup with { Units = [.. setup.Units.Select(unit => unit with { SerialNumber = "SN" })] }))),
        new(nameof(No_unit_is_in_two_partitions), Mutated(made => Changed(
            made, setup => setup with { Partitions = [.. setup.Partitions, .. setup.Partitions] }))),
        new(nameof(Partitions_hold_what_there_is), Mutated(made => Changed(made, setup => setup with { Units = [] }))),
        new(nameof(Capacities_fit_kinds), Mutated(made => Changed(
            made, setup => setup with { Units = [.. setup.Units.Select(unit => unit with { Capacity = 0 })] }))),
        new(nameof(It_keeps_the_limits_of_the_server), new ScenarioGeneratorProperties((_, claims, code) =>
            Real(new ServerLimits(), claims, code))),
        new(nameof(It_is_static_only_where_that_is_claimed), new ScenarioGeneratorProperties((limits, _, code) =>
            Real(limits, Claims.All, code))),
        new(nameof(Some_partition_runs_the_system_that_is_judged), Mutated(made => Changed(made, setup => setup with
        {
            Partitions = [.. setup.Partitions.Select(one => one with { Profile = ProfileCatalog.All[0] })],
        }))),
        new(nameof(Other_systems_run_beside_it_only_where_that_is_claimed), new ScenarioGeneratorProperties(
            (limits, _, code) => Real(limits, Claims.All, code))),
    ];

    [Property]
    public bool The_same_numbers_make_the_same_scenario(Claims claims, Code code) =>
        Structure.Same(make(new(), claims, code), make(new(), claims, code));

    [Property]
    public bool It_is_as_long_as_was_asked_for(Claims claims, Code code) =>
        make(new(), claims, code).Operations.Length == Length;

    [Property]
    public bool Units_and_partitions_are_numbered_from_0(Claims claims, Code code)
    {
        var setup = make(new(), claims, code).Setup;
        return setup.Units.Select(unit => unit.Id.Value).SequenceEqual(Enumerable.Range(0, setup.Units.Length))
            && setup.Partitions.Select(one => one.Id.Value).SequenceEqual(Enumerable.Range(0, setup.Partitions.Length));
    }

    [Property]
    public bool Serial_numbers_tell_units_apart(Claims claims, Code code)
    {
        var units = make(new(), claims, code).Setup.Units;
        return units.Select(unit => unit.SerialNumber).Distinct().Count() == units.Length;
    }

    [Property]
    public bool No_unit_is_in_two_partitions(Claims claims, Code code)
    {
        var held = make(new(), claims, code).Setup.Partitions.SelectMany(partition => partition.Units).ToList();
        return held.Distinct().Count() == held.Count;
    }

    [Property]
    public bool Partitions_hold_what_there_is(Claims claims, Code code)
    {
        var setup = make(new(), claims, code).Setup;
        return setup.Partitions.All(partition => partition.Units.All(id => setup.Units.Any(unit => unit.Id == id)));
    }

    [Property]
    public bool Capacities_fit_kinds(Claims claims, Code code) =>
        make(new(), claims, code).Setup.Units.All(unit => unit.Kind == UnitKind.IoHostBridge == (unit.Capacity == 0));

    [Property]
    public bool It_keeps_the_limits_of_the_server(ServerLimits limits, Code code)
    {
        var setup = make(limits, Claims.All, code).Setup;
        var modules = setup.Units.Where(unit => unit.Kind == UnitKind.MemoryModule).ToList();
        return setup.Partitions.Length <= limits.Partitions
            && setup.Units.Count(unit => unit.Kind == UnitKind.Processor) <= limits.Processors
            && setup.Units.Count(unit => unit.Kind == UnitKind.IoHostBridge) <= limits.IoHostBridges
            && modules.Count <= limits.MemoryModules
            && modules.All(unit => unit.Capacity % limits.MemoryGranularity == 0);
    }

    [Property]
    public bool It_is_static_only_where_that_is_claimed(Claims claims, Code code) =>
        claims.Has(Claim.StaticServers)
        || make(new(), claims, code).Setup.Partitionability == Partitionability.Dynamic;

    [Property(MaxTest = 1000)]
    public bool Some_partition_runs_the_system_that_is_judged(Claims claims, Code code) =>
        make(new(), claims, code).Setup.Partitions.Any(partition => partition.Profile.Name == Judged.Name);

    [Property]
    public bool Other_systems_run_beside_it_only_where_that_is_claimed(Claims claims, Code code) =>
        claims.Has(Claim.MixedProfiles)
        || make(new(), claims, code).Setup.Partitions.All(partition => partition.Profile.Name == Judged.Name);

    private static Scenario Real(ServerLimits limits, Claims claims, Code code) =>
        new ScenarioGenerator(Judged, new("any", "1", claims) { Limits = limits }, Length)
            .Make(code.Setup, code.Operations);

    private static Func<ServerLimits, Claims, Code, Scenario> Restless()
    {
        var count = 0;
        return (limits, claims, code) => Real(limits, claims, code with { Setup = code.Setup + ++count });
    }

    private static ScenarioGeneratorProperties Mutated(Func<Scenario, Scenario> change) =>
        new((limits, claims, code) => change(Real(limits, claims, code)));

    private static Scenario Changed(Scenario made, Func<ServerSetup, ServerSetup> change) =>
        made with { Setup = change(made.Setup) };
}
