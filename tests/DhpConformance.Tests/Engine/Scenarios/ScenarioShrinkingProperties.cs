using DhpConformance.Abstractions;
using DhpConformance.Engine.Scenarios;
using DhpConformance.Model.Profiles;
using DhpConformance.Tests.Properties;
using FsCheck.Xunit;

namespace DhpConformance.Tests.Engine.Scenarios;

/// <summary>What is tried instead of a scenario is simpler, is a scenario, and comes to an end.</summary>
public sealed class ScenarioShrinkingProperties : IControlled
{
    // Far more than any scenario here has to lose.
    private const int Steps = 500;

    private readonly Func<Scenario, IEnumerable<Scenario>> candidates;

    public ScenarioShrinkingProperties()
        : this(ScenarioShrinking.Candidates)
    {
    }

    internal ScenarioShrinkingProperties(Func<Scenario, IEnumerable<Scenario>> candidates) =>
        this.candidates = candidates;

    public static IEnumerable<Control> Controls =>
    [
        new(nameof(It_tries_something_else), Mutated(one => one)),
        new(nameof(It_never_adds_an_operation), Mutated(one => one with
        {
            Operations = [.. one.Operations, new Settle()],
        })),
        new(nameof(It_never_adds_a_unit), Mutated(one => Changed(one, setup => setup with
        {
            Units = [.. setup.Units, new(new(99), UnitKind.Processor, "cpu-a", 1, "SN99")],
        }))),
        new(nameof(Partitions_hold_what_there_is), Mutated(one => Changed(one, setup => setup with { Units = [] }))),
        new(nameof(It_comes_to_an_end), new ScenarioShrinkingProperties(one => one.Operations.IsEmpty
            ? []
            : [one with { Operations = [.. one.Operations[1..], one.Operations[0]] }])),
        new(nameof(It_leaves_nothing_out_that_could_be), new ScenarioShrinkingProperties(one =>
            ScenarioShrinking.Candidates(one).Where(other => other.Operations.Length > 1))),
        new(nameof(A_row_of_replaces_shrinks_to_the_one_that_matters), new ScenarioShrinkingProperties(one =>
            ScenarioShrinking.Candidates(one).Where(other => other.Operations.Length != 1))),
        new(nameof(It_tries_the_same_each_time), new ScenarioShrinkingProperties(Restless())),
    ];

    [Property]
    public bool It_tries_something_else(Scenario scenario) =>
        candidates(scenario).All(other => !Structure.Same(other, scenario));

    [Property]
    public bool It_never_adds_an_operation(Scenario scenario) =>
        candidates(scenario).All(other => other.Operations.Length <= scenario.Operations.Length);

    [Property]
    public bool It_never_adds_a_unit(Scenario scenario) =>
        candidates(scenario).All(other => other.Setup.Units.Length <= scenario.Setup.Units.Length);

    [Property]
    public bool Partitions_hold_what_there_is(Scenario scenario) => candidates(scenario).All(other =>
        other.Setup.Partitions.All(partition =>
            partition.Units.All(id => other.Setup.Units.Any(unit => unit.Id == id))));

    [Property(MaxTest = 20)]
    public bool It_comes_to_an_end(Scenario scenario) => Last(scenario, _ => true) is not null;

    [Property(MaxTest = 20)]
    public bool It_leaves_nothing_out_that_could_be(Scenario scenario) =>
        Last(scenario, _ => true) is { Operations.IsEmpty: true, Setup.Units.IsEmpty: true };

    // Each replace needs the one before it, so that none of them can just be left out.
    [Property(MaxTest = 20)]
    public bool A_row_of_replaces_shrinks_to_the_one_that_matters(byte before) =>
        Last(Row((before % 10) + 1), TakesALargerSpare) is { Operations.Length: 1 };

    [Property]
    public bool It_tries_the_same_each_time(Scenario scenario) =>
        Structure.Same(candidates(scenario).ToList(), candidates(scenario).ToList());

    // Where shrinking ends that takes the first candidate which fails; null if it does not end.
    private Scenario? Last(Scenario scenario, Func<Scenario, bool> fails)
    {
        for (var step = 0; step < Steps; step++)
        {
            if (candidates(scenario).FirstOrDefault(fails) is not { } next)
            {
                return scenario;
            }

            scenario = next;
        }

        return null;
    }

    private static Scenario Row(int replaces) => new(
        new(
            Partitionability.Dynamic,
            [
                .. Enumerable.Range(0, replaces + 1).Select(place => new PartitionUnit(
                    new(place), UnitKind.Processor, "cpu-a", place == replaces ? 2 : 1, $"SN{place}")),
            ],
            [new(new(0), ProfileCatalog.All[^1], 512, 1, [new(0)])]),
        [
            .. Enumerable.Range(0, replaces).Select(place =>
                new HotReplace(new(0), new(place), new(place + 1))),
        ]);

    private static bool TakesALargerSpare(Scenario scenario)
    {
        var units = scenario.Setup.Units.ToDictionary(unit => unit.Id);
        var held = scenario.Setup.Partitions.SelectMany(partition => partition.Units).ToHashSet();
        foreach (var replace in scenario.Operations.OfType<HotReplace>()
            .Where(one => held.Contains(one.Target) && !held.Contains(one.Spare) && units.ContainsKey(one.Spare)))
        {
            if (units[replace.Target].Capacity < units[replace.Spare].Capacity)
            {
                return true;
            }

            held.Remove(replace.Target);
            held.Add(replace.Spare);
        }

        return false;
    }

    private static ScenarioShrinkingProperties Mutated(Func<Scenario, Scenario> change) =>
        new(one => ScenarioShrinking.Candidates(one).Append(one).Select(change));

    private static Scenario Changed(Scenario made, Func<ServerSetup, ServerSetup> change) =>
        made with { Setup = change(made.Setup) };

    private static Func<Scenario, IEnumerable<Scenario>> Restless()
    {
        var count = 0;
        return one => ScenarioShrinking.Candidates(one).Skip(++count % 2);
    }
}
