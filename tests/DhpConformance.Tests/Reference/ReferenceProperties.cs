using DhpConformance.Abstractions;
using DhpConformance.Engine.Scenarios;
using DhpConformance.Reference;
using DhpConformance.Tests.Properties;
using FsCheck.Xunit;

namespace DhpConformance.Tests.Reference;

/// <summary>What is true of a server whatever the rules are: it forgets, and to look changes nothing.</summary>
public sealed class ReferenceProperties : IControlled
{
    private readonly Func<IPartitionableServer> create;

    public ReferenceProperties()
        : this(() => new ReferenceServer())
    {
    }

    internal ReferenceProperties(Func<IPartitionableServer> create) => this.create = create;

    public static IEnumerable<Control> Controls =>
    [
        new(nameof(It_answers_the_same_each_time), Mutated(answer: (count, _) =>
            count % 7 == 0 ? Outcome.Accepted : null)),
        new(nameof(It_forgets_what_was_before_a_reset), Mutated(answer: (count, _) =>
            count > 15 ? Outcome.Accepted : null)),
        new(nameof(What_is_refused_moves_no_unit_and_starts_and_stops_nothing), Mutated(answer: (_, answer) =>
            Outcome.Refused(RefusalReason.Busy))),
        new(nameof(To_look_again_shows_the_same_but_for_what_was_told), Mutated(seen: (count, seen) =>
            count % 2 == 0 ? seen with { PoweredOn = !seen.PoweredOn } : seen)),
        new(nameof(It_shows_every_unit_and_partition_there_is), Mutated(seen: (_, seen) => seen with { Units = [] })),
    ];

    [Property]
    public bool It_answers_the_same_each_time(Scenario scenario)
    {
        using var one = create();
        using var other = create();
        _ = scenario.RunOn(other);
        return scenario.RunOn(one).SequenceEqual(scenario.RunOn(other));
    }

    [Property]
    public bool It_forgets_what_was_before_a_reset(Scenario before, Scenario scenario)
    {
        using var used = create();
        using var fresh = create();
        before.RunOn(used);
        return scenario.RunOn(used).SequenceEqual(scenario.RunOn(fresh))
            && Structure.Same(used.Observe(), fresh.Observe());
    }

    [Property]
    public bool What_is_refused_moves_no_unit_and_starts_and_stops_nothing(Scenario scenario)
    {
        using var server = create();
        server.Reset(scenario.Setup);
        return scenario.Operations.All(operation =>
        {
            var before = Map(server.Observe());
            return server.Apply(operation).Kind != OutcomeKind.Refused || before == Map(server.Observe());
        });
    }

    [Property]
    public bool To_look_again_shows_the_same_but_for_what_was_told(Scenario scenario)
    {
        using var server = create();
        scenario.RunOn(server);
        return Structure.Same(SeenAgain(server), server.Observe());
    }

    [Property]
    public bool It_shows_every_unit_and_partition_there_is(Scenario scenario)
    {
        using var server = create();
        scenario.RunOn(server);
        var seen = server.Observe();
        return seen.Units.Select(unit => unit.Id).SequenceEqual(scenario.Setup.Units.Select(unit => unit.Id))
            && seen.Partitions.Length == scenario.Setup.Partitions.Length;
    }

    // Not what was told: of an earlier operation, something may still be due.
    private static string Map(Observation seen) => seen.PoweredOn
        + Structure.Of(seen.Units) + string.Join(' ', seen.Partitions.Select(partition => partition.State));

    // What was told since the last look is shown once.
    private static Observation SeenAgain(IPartitionableServer server)
    {
        server.Observe();
        return server.Observe();
    }

    private static ReferenceProperties Mutated(
        Func<int, Outcome, Outcome?>? answer = null, Func<int, Observation, Observation>? seen = null) =>
        new(() => new Disguised(answer ?? ((_, _) => null), seen ?? ((_, same) => same)));

    // The reference, but for answers and observations that are told otherwise than they are.
    private sealed class Disguised(Func<int, Outcome, Outcome?> answer, Func<int, Observation, Observation> seen)
        : IPartitionableServer
    {
        private readonly ReferenceServer server = new();
        private int answers;
        private int looks;

        public ImplementationDescription Describe() => server.Describe();

        public void Reset(ServerSetup setup) => server.Reset(setup);

        public Outcome Apply(Operation operation) =>
            server.Apply(operation) is var given && answer(++answers, given) is { } told ? told : given;

        public Observation Observe() => seen(++looks, server.Observe());

        public void Dispose() => server.Dispose();
    }
}
