using DhpConformance.Abstractions;
using DhpConformance.Engine.Cases;
using DhpConformance.Engine.Execution;
using DhpConformance.Engine.Judging;
using DhpConformance.Engine.Scopes;
using DhpConformance.Model.Profiles;
using DhpConformance.Reference;

namespace DhpConformance.Tests.Engine.Execution;

/// <summary>
/// A server that shows the same objects again, although they are not true any more. The same objects are not compared
/// twice with the same state; with another one they have to be.
/// </summary>
public sealed class StaleServerTests
{
    private static readonly ServerSetup Setup = BuiltInScopes.Medium
        .For(ProfileCatalog.Find("windows-server-2008-x64")!, Partitionability.Dynamic).Setup;

    private static readonly Operation[] Operations =
        [new StartPartition(new(0)), new SwitchUnitPower(new(5), UnitPower.Off), new HotAdd(new(0), new(5))];

    [Fact]
    public void Who_shows_what_is_true_keeps_the_rules() =>
        Assert.Null(Run(new StaleServer((_, latest) => latest)));

    [Fact]
    public void A_start_that_does_not_show_is_noticed_at_once() =>
        Assert.Equal(1, Run(new StaleServer((first, _) => first))?.Step);

    [Fact]
    public void A_map_that_stays_as_it_was_is_noticed_when_it_should_not() =>
        Assert.Equal(2, Run(new StaleServer((first, latest) => latest with { Units = first.Units }))?.Step);

    [Fact]
    public void Partitions_that_stay_as_they_were_are_noticed_when_they_should_not() =>
        Assert.Equal(1, Run(new StaleServer((first, latest) => latest with { Partitions = first.Partitions }))?.Step);

    private static Violation? Run(StaleServer server) => new SequenceRunner(server, server.Describe().Claims)
        .Run(Setup, new ListedOperations(Operations), ObservationPolicy.AfterEveryOperation);

    private sealed class StaleServer(Func<Observation, Observation, Observation> shows) : IPartitionableServer
    {
        private readonly ReferenceServer server = new();
        private Observation? first;

        public ImplementationDescription Describe() => server.Describe();

        public void Reset(ServerSetup setup) => server.Reset(setup);

        public Outcome Apply(Operation operation) => server.Apply(operation);

        public Observation Observe() => shows(first ??= server.Observe(), server.Observe());

        public void Dispose() => server.Dispose();
    }
}
