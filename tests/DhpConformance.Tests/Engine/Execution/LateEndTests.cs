using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Cases;
using DhpConformance.Engine.Execution;
using DhpConformance.Engine.Judging;
using DhpConformance.Engine.Profiles;
using DhpConformance.Reference;

namespace DhpConformance.Tests.Engine.Execution;

/// <summary>
/// Right servers that end accepted operations at an unusual moment, which the suite once accused, beside servers that
/// do the same and break the rule.
/// </summary>
public sealed class LateEndTests
{
    private const int Always = int.MaxValue;

    private static readonly PartitionId P = new(0);

    private static readonly Operation Start = new StartPartition(P);

    private static readonly DriverScript NeverSleeps = new() { Device = new() { NeverReachesD3 = true } };

    [Theory]
    [InlineData(false, null)]
    [InlineData(true, "CON-06")]
    public void Memory_may_be_signalled_before_and_after_a_late_end(bool isWrong, string? rule) => Assert.Equal(
        rule,
        Run(
            new LateServer(endsAfter: 4, isWrong),
            [Start, Driver(0), new HotAdd(P, new(2)), new SwitchUnitPower(new(5), UnitPower.Off)])?.Rule);

    [Fact]
    public void Nobody_need_be_registered_for_it() => Assert.Null(Run(
        new LateServer(endsAfter: 3), [Start, new HotAdd(P, new(2)), new HotReplace(P, new(0), new(1))]));

    [Fact]
    public void It_may_be_signalled_before_something_ends_for_a_registration() => Assert.Null(Run(
        new LateServer(endsAfter: Always), [Start, new HotAdd(P, new(2)), Driver(0)]));

    [Theory]
    [InlineData(4)]
    [InlineData(8)]
    public void Two_replaces_may_fail_one_after_the_other_however_many_drivers_there_are(int drivers) =>
        Assert.Null(Run(new LateServer(endsAfter: Always), TwoReplacesFail(drivers)));

    [Fact]
    public void Drivers_that_are_not_told_to_go_on_after_two_failures_are_noticed() =>
        Assert.Equal("QUI-06", Run(new LateServer(endsAfter: Always, isSilent: true), TwoReplacesFail(4))?.Rule);

    // More than can be tried may have happened with eight: then nobody knows, and the run says so.
    [Theory]
    [InlineData(2, false)]
    [InlineData(4, true)]
    public void Hot_adds_that_notify_a_driver_may_end_in_any_order(int pairs, bool isUndecided)
    {
        var (violation, undecided) = Judged(
            new LateServer(endsAfter: Always),
            [
                Start,
                Driver(0, new() { ProcessorArrivals = true }),
                .. Enumerable.Range(0, pairs).Select(id => new HotAdd(P, new(1 + id))),
                .. Enumerable.Range(0, pairs).Select(id => new HotAdd(P, new(6 + id))),
                new Settle(),
            ]);
        Assert.Null(violation);
        Assert.Equal(isUndecided, undecided);
    }

    private static Operation[] TwoReplacesFail(int drivers) =>
    [
        Start,
        .. Enumerable.Range(0, drivers).Select(id => Driver(id, NeverSleeps)),
        new HotReplace(P, new(0), new(1)),
        new HotReplace(P, new(0), new(2)),
        new Settle(),
    ];

    private static RegisterDriver Driver(int id, DriverScript? script = null) =>
        new(P, new(id), script ?? new() { Device = new() });

    private static Violation? Run(LateServer server, IReadOnlyList<Operation> operations) =>
        Judged(server, operations).Violation;

    private static (Violation? Violation, bool IsUndecided) Judged(
        LateServer server, IReadOnlyList<Operation> operations)
    {
        PartitionUnit[] units =
        [
            .. Enumerable.Range(0, 5).Select(id => new PartitionUnit(new(id), UnitKind.Processor, "cpu", 1, $"{id}")),
            .. Enumerable.Range(5, 5).Select(
                id => new PartitionUnit(new(id), UnitKind.MemoryModule, "dimm", 1L << 30, $"{id}")),
            new(new(10), UnitKind.MemoryModule, "dimm", 1L << 30, "10"),
        ];
        using (server)
        {
            var runner = new SequenceRunner(server, Claims.All);
            var violation = runner.Run(
                new(
                    Partitionability.Dynamic,
                    [.. units],
                    [new(P, SelfTestProfiles.HotEverything, 16, 64L << 30, [new(0), new(10)])]),
                new ListedOperations(operations),
                ObservationPolicy.AfterEveryOperation);
            return (violation, runner.IsUndecided);
        }
    }

    /// <summary>
    /// Accepts hot adds, and hot replaces if it puts them off as long as it may. It ends them, the newest first, after
    /// so many requests, for a registration, or when it settles, and signals memory before and after each.
    /// </summary>
    private sealed class LateServer(int endsAfter, bool isWrong = false, bool isSilent = false) : IPartitionableServer
    {
        private readonly ReferenceServer server = new();
        private readonly Stack<Operation> accepted = new();
        private readonly List<int> numbers = [];
        private ImmutableArray<Notification> told = [];
        private int requests;

        public ImplementationDescription Describe() => server.Describe() with { Claims = Claims.All };

        public void Reset(ServerSetup setup) => server.Reset(setup);

        public Outcome Apply(Operation operation)
        {
            requests++;
            if (operation is Settle or RegisterDriver)
            {
                EndAll();
            }

            if (operation is HotAdd || (operation is HotReplace && endsAfter == Always))
            {
                accepted.Push(operation);
                return Outcome.Accepted;
            }

            var outcome = Carry(operation);
            if (requests >= endsAfter)
            {
                EndAll();
            }

            return outcome;
        }

        public Observation Observe()
        {
            var seen = server.Observe();
            var notices = told.AddRange(Numbered(seen.Notifications));
            told = [];
            return seen with { Notifications = notices };
        }

        public void Dispose() => server.Dispose();

        private Outcome Carry(Operation operation)
        {
            numbers.Add(requests);
            return server.Apply(operation);
        }

        private void EndAll()
        {
            while (accepted.TryPop(out var operation))
            {
                Signal(0);
                Carry(operation);
                Signal(isWrong ? 1 : 0);
            }
        }

        private void Signal(int more)
        {
            var seen = server.Observe();
            var (partition, notices) = (seen.Partitions[0], Numbered(seen.Notifications));
            told = told.AddRange(notices.Where(one => !isSilent || one.Kind != NotificationKind.SetPowerWorking));
            if (partition.State == RunState.Running)
            {
                told = told.Add(new()
                {
                    Operation = requests,
                    Partition = P,
                    Kind = NotificationKind.HighMemory,
                    ActiveProcessors = partition.ActiveProcessors + more,
                    MemoryBytes = partition.MemoryBytes,
                });
            }
        }

        private IEnumerable<Notification> Numbered(IEnumerable<Notification> notices) =>
            notices.Select(one => one with { Operation = numbers[one.Operation - 1] });
    }
}
