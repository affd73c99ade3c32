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

    [Fact]
    public void A_driver_in_a_partition_that_does_not_exist_is_refused_without_waiting() => Assert.Null(Run(
        new PowersOffLater(),
        [
            new PowerOffServer(),
            new RegisterDriver(new PartitionId(int.MaxValue), new(0), new DriverScript()),
            new Settle(),
        ]));

    [Theory]
    [InlineData(ObservationPolicy.AfterEveryOperation)]
    [InlineData(ObservationPolicy.AtTheEnd)]
    public void Eight_accepted_operations_may_end_in_any_order(ObservationPolicy policy) =>
        Assert.Null(RunEight(new LastFirstServer(lost: 0), policy));

    [Fact]
    public void One_of_eight_accepted_operations_that_has_no_effect_is_noticed() =>
        Assert.Equal("REF-06", RunEight(new LastFirstServer(lost: 1), ObservationPolicy.AfterEveryOperation)?.Rule);

    public enum When
    {
        AtOnce,
        AtTheNextOperation,
        AtSettle,
        Never,
    }

    private static Violation? RunEight(IPartitionableServer server, ObservationPolicy policy)
    {
        PartitionUnit[] free =
        [
            .. Enumerable.Range(10, 8).Select(id => Setup.Units[0] with { Id = new(id), SerialNumber = $"S{id}" }),
        ];
        Operation nothing = new StartPartition(new(0));
        return new SequenceRunner(server, Claims.All).Run(
            Setup with
            {
                Units = [.. Setup.Units, .. free],
                Partitions = [.. Setup.Partitions.Select(partition => partition with { ProcessorLimit = 32 })],
            },
            new ListedOperations(
            [
                nothing,
                .. free.Select(unit => new HotAdd(new(0), unit.Id)),
                .. Enumerable.Repeat(nothing, 5),
                new Settle(),
            ]),
            policy);
    }

    private static Violation? Run(IPartitionableServer server, IReadOnlyList<Operation> operations) =>
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

    /// <summary>Accepts to power off, and does so when it settles.</summary>
    private sealed class PowersOffLater : IPartitionableServer
    {
        private readonly ReferenceServer server = new();
        private Operation? pending;

        public ImplementationDescription Describe() => server.Describe() with { Claims = Claims.All };

        public void Reset(ServerSetup setup) => server.Reset(setup);

        public Outcome Apply(Operation operation)
        {
            if (operation is PowerOffServer)
            {
                pending = operation;
                return Outcome.Accepted;
            }

            if (operation is Settle && pending is { } accepted)
            {
                server.Apply(accepted);
            }

            return server.Apply(operation);
        }

        public Observation Observe() => server.Observe();

        public void Dispose() => server.Dispose();
    }

    /// <summary>
    /// Accepts up to eight hot adds. Then one ends with each request, the newest first, and the rest when it settles.
    /// </summary>
    /// <param name="lost">How many of them have no effect.</param>
    private sealed class LastFirstServer(int lost) : IPartitionableServer
    {
        private readonly ReferenceServer server = new();
        private readonly Stack<Operation> pending = new();

        public ImplementationDescription Describe() => server.Describe();

        public void Reset(ServerSetup setup) => server.Reset(setup);

        public Outcome Apply(Operation operation)
        {
            if (operation is HotAdd)
            {
                pending.Push(operation);
                return Outcome.Accepted;
            }

            do
            {
                if (pending.TryPop(out var ended) && pending.Count >= lost)
                {
                    server.Apply(ended);
                }
            }
            while (operation is Settle && pending.Count > 0);
            return server.Apply(operation);
        }

        public Observation Observe() => server.Observe();

        public void Dispose() => server.Dispose();
    }
}
