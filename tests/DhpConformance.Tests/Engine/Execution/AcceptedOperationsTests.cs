using DhpConformance.Abstractions;
using DhpConformance.Engine.Cases;
using DhpConformance.Engine.Execution;
using DhpConformance.Engine.Judging;
using DhpConformance.Engine.Scopes;
using DhpConformance.Model.Profiles;
using DhpConformance.Reference;

namespace DhpConformance.Tests.Engine.Execution;

/// <summary>A server that carries hot adds out later than it answers, as real ones do.</summary>
public sealed class AcceptedOperationsTests
{
    private static readonly ServerSetup Setup =
        BuiltInScopes.Small.For(ProfileCatalog.Find("windows-server-2008-x64")!, Partitionability.Dynamic).Setup;

    private static readonly Operation[] AddAndSettle =
        [new StartPartition(new(0)), new HotAdd(new(0), new(1)), new Settle()];

    private static readonly Claim[] AboutConsumers =
    [
        Claim.SynchronousNotification, Claim.AsynchronousNotification, Claim.ApplicationNotification,
        Claim.ResourceRebalance, Claim.Quiescence, Claim.DeviceIo,
    ];

    private static readonly Operation TurnedAway =
        new RegisterDriver(new(0), new(0), new DriverScript());

    [Theory]
    [InlineData(When.AtOnce)]
    [InlineData(When.AtTheNextOperation)]
    [InlineData(When.AtSettle)]
    public void The_effect_may_show_at_any_time_until_the_server_has_settled(When when) =>
        Assert.Null(Run(new LaterServer(when, Claims.All), AddAndSettle));

    [Fact]
    public void An_effect_that_never_comes_is_noticed_when_the_server_has_settled() =>
        Assert.Equal("REF-06", Run(new LaterServer(When.Never, Claims.All), AddAndSettle)?.Rule);

    [Fact]
    public void Who_does_not_claim_it_may_not_answer_accepted() =>
        Assert.Equal(
            "REF-06",
            Run(new LaterServer(When.AtSettle, Claims.All.Without(Claim.AcceptedOperations)), AddAndSettle)?.Rule);

    [Fact]
    public void The_next_request_may_find_the_unit_taken_or_the_server_busy() =>
        Assert.All(
            [When.AtOnce, When.AtSettle],
            when => Assert.Null(Run(
                new LaterServer(when, Claims.All), [.. AddAndSettle[..2], new HotAdd(new(0), new(1)), new Settle()])));

    [Fact]
    public void Who_claims_no_consumers_turns_a_driver_away_without_waiting() => Assert.Null(Run(
        new LaterServer(When.AtSettle, Claims.All.Without(AboutConsumers)),
        [.. AddAndSettle[..2], TurnedAway, new Settle()]));

    public enum When
    {
        AtOnce,
        AtTheNextOperation,
        AtSettle,
        Never,
    }

    private static Violation? Run(LaterServer server, IReadOnlyList<Operation> operations) =>
        new SequenceRunner(server, server.Describe().Claims)
            .Run(Setup, new ListedOperations(operations), ObservationPolicy.AfterEveryOperation);

    private sealed class LaterServer(When when, Claims claims) : IPartitionableServer
    {
        private readonly ReferenceServer server = new();
        private Operation? pending;

        public ImplementationDescription Describe() => server.Describe() with { Claims = claims };

        public void Reset(ServerSetup setup) => server.Reset(setup);

        public Outcome Apply(Operation operation)
        {
            if (operation is RegisterDriver && !claims.Has(Claim.SynchronousNotification))
            {
                return Outcome.Refused(RefusalReason.NotSupported);
            }

            if (pending is not null && operation is not Settle && when != When.AtTheNextOperation)
            {
                return Outcome.Refused(RefusalReason.Busy);
            }

            if (pending is not null && when != When.Never)
            {
                server.Apply(pending);
                pending = null;
            }

            if (operation is not HotAdd || when == When.AtOnce)
            {
                var outcome = server.Apply(operation);
                return operation is HotAdd && outcome.Kind == OutcomeKind.Completed ? Outcome.Accepted : outcome;
            }

            pending = operation;
            return Outcome.Accepted;
        }

        public Observation Observe() => server.Observe();

        public void Dispose() => server.Dispose();
    }
}
