using System.Collections.Immutable;
using System.Numerics;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Results;
using DhpConformance.Engine.Runs;
using DhpConformance.Model.Profiles;

namespace DhpConformance.SelfTests;

/// <summary>
/// A fault that shows only from a size, an amount, a number or a count on is found with the defaults, at any seed.
/// </summary>
public sealed class FaultsAtSizesTests
{
    private const long GiB = 1L << 30;
    private const long TiB = 1L << 40;

    private static readonly Dictionary<string, ServerFault> AtSizes = new()
    {
        ["4 bridges in a partition"] = Running(partition => partition.Bridges.Length >= 4),
        ["4 partitions"] = Seen((_, seen) => seen.Partitions.Length >= 4),
        ["8 partitions"] = Seen((_, seen) => seen.Partitions.Length >= 8),
        ["17 active processors"] = Running(partition => partition.ActiveProcessors >= 17),
        ["33 active processors"] = Running(partition => partition.ActiveProcessors >= 33),
        ["65 active processors"] = Running(partition => partition.ActiveProcessors >= 65),
        ["129 active processors"] = Running(partition => partition.ActiveProcessors >= 129),
        ["256 active processors"] = Running(partition => partition.ActiveProcessors >= 256),
        ["a processor in group 1"] = Running(partition => partition.Processors.Any(one => one.Group == 1)),
        ["a processor in group 3"] = Running(partition => partition.Processors.Any(one => one.Group == 3)),
        ["3 processors in a unit"] = Holding(unit => unit is { Kind: UnitKind.Processor, Capacity: 3 }),
        ["33 processors in a unit"] = Holding(unit => unit is { Kind: UnitKind.Processor, Capacity: 33 }),
        ["64 processors in a unit"] = Holding(unit => unit is { Kind: UnitKind.Processor, Capacity: 64 }),
        ["a module of 64 MiB"] = Holding(unit => unit is { Kind: UnitKind.MemoryModule, Capacity: 64L << 20 }),
        ["a module that is no power of two"] = Holding(
            unit => unit.Kind == UnitKind.MemoryModule && !BitOperations.IsPow2(unit.Capacity)),
        ["a byte less than 4 GiB"] = Holding(unit => unit.Capacity == (4 * GiB) - 1),
        ["a byte more than 4 GiB"] = Holding(unit => unit.Capacity == (4 * GiB) + 1),
        ["more than 2 TiB"] = With((history, seen, one) => history.Memory(seen, one.Id) > 2 * TiB),
        ["more than 16 TiB"] = With((history, seen, one) => history.Memory(seen, one.Id) > 16 * TiB),
        ["a unit number beyond a byte"] = Holding(unit => unit.Id.Value > byte.MaxValue),
        ["a unit number beyond two bytes"] = Holding(unit => unit.Id.Value > ushort.MaxValue),
        ["a partition number that is no place"] = Seen(
            (_, seen) => seen.Partitions.Where((partition, place) => partition.Id.Value != place).Any()),
        ["a request for a unit whose last byte exists"] = new() { Request = LastByte },
        ["a consumer whose number is above 4"] = new()
        {
            Notice = (_, notice) => notice.Consumer?.Value > 4 ? null : notice,
        },
        ["a notification of operation 256"] = new()
        {
            Notice = (_, notice) => notice with { Operation = notice.Operation & byte.MaxValue },
        },
        ["the 20th replace"] = Answering((history, operation) => operation is HotReplace && history.Replaces == 20),
        ["the 64th replace"] = Answering((history, operation) => operation is HotReplace && history.Replaces == 64),
        ["the 64th hot add"] = Answering((history, operation) => operation is HotAdd && history.Adds == 64),
        ["the 256th hot operation"] = Answering((history, _) => history.Hot == 256),
        ["a hot add after five refusals in a row"] = Answering(
            (history, operation) => operation is HotAdd && history.RefusalsBefore >= 5),
        ["the arrival of memory in the fifth partition or a later one"] = new()
        {
            Notice = (history, notice) => notice.Processor is null
                && notice.Kind is NotificationKind.InterfaceArrival or NotificationKind.DeviceArrival
                && history.Partitions.IndexOf(notice.Partition) >= 4 ? null : notice,
        },
        ["a spare of another type, for a processor of three or more"] = new() { Setup = OneTypeOfLargeProcessors },
        ["parked processors after a crash, a stop and a start"] =
            With((history, _, one) => history.AfterParking.GetValueOrDefault(one.Id) == 4),
        ["types that differ in white space around them"] = Types(type => type.Trim()),
        ["types that differ in upper and lower case"] = Types(type => type.ToUpperInvariant()),
    };

    // One operation with one answer again and again, and many partitions in one state.
    private static readonly Dictionary<string, ServerFault> AtRepetitions = new()
    {
        ["the 64th assignment"] = Nth<AssignUnit>(64, Outcome.Completed),
        ["the 20th failed hot add"] = Nth<HotAdd>(20, Outcome.Failed(FailureReason.StartFailed)),
        ["the 12th partly completed hot add"] = Nth<HotAdd>(12, Outcome.PartlyCompleted),
        ["a unit vetoed three times without a restart"] = new()
        {
            LosesOutcome = (history, operation, outcome) => operation is HotAdd add
                && outcome.Failure == FailureReason.Vetoed && history.Vetoes(add) == 3,
        },
        ["three crashed partitions"] = Together(3, RunState.Crashed),
        ["six crashed partitions"] = Together(6, RunState.Crashed),
        ["six running partitions"] = Together(6, RunState.Running),
        ["the 50th start"] = Nth<StartPartition>(50, Outcome.Completed),
        ["the 40th crash"] = Nth<InjectPartitionError>(40, Outcome.Completed),
        ["the 24th replace that failed"] = Nth<HotReplace>(24, Outcome.Failed(FailureReason.StartFailed)),
        ["the 30th hot add beyond a limit"] = Nth<HotAdd>(30, Outcome.Refused(RefusalReason.LimitExceeded)),
        ["the 25th release of a unit that runs"] = Nth<ReleaseUnit>(25, Outcome.Refused(RefusalReason.NotStopped)),
        ["the 15th assignment of one unit"] = NthOfUnit<AssignUnit>(15, Outcome.Completed),
        ["the 10th hot add of one unit"] = NthOfUnit<HotAdd>(10, Outcome.Completed),
        ["the 6th failed hot add of one unit"] = NthOfUnit<HotAdd>(6, Outcome.Failed(FailureReason.StartFailed)),
        ["the 20th registration failed by a veto"] = Nth<RegisterDriver>(20, Outcome.Failed(FailureReason.Vetoed)),
        ["the 20th replace without sleep"] = Nth<HotReplace>(20, Outcome.Failed(FailureReason.QuiesceFailed)),
        ["the 10th hot add to a static server"] = Nth<HotAdd>(10, Outcome.Refused(RefusalReason.NotDynamic)),
        ["the 10th release on a static server"] = Nth<ReleaseUnit>(10, Outcome.Refused(RefusalReason.NotDynamic)),
        ["the 20th stop of an unknown partition"] = Nth<StopPartition>(20, Outcome.Refused(RefusalReason.NotPresent)),
        ["the 15th restart during an outage"] = Nth<RestartPartition>(15, Outcome.Refused(RefusalReason.Unavailable)),
        ["the 20th I/O request below one"] = Nth<SubmitIo>(20, Outcome.Refused(RefusalReason.Invalid)),
        ["the 25th power-on of a server that is on"] = Nth<PowerOnServer>(
            25, Outcome.Refused(RefusalReason.NotStopped)),
        ["the 32nd power cycle"] = Nth<PowerOffServer>(32, Outcome.Completed),
        ["the 40th request while the service processor is out"] = new()
        {
            LosesOutcome = (history, operation, outcome) =>
                outcome == Outcome.Refused(RefusalReason.Unavailable) && history.Times(operation, outcome) == 40,
        },
    };

    public static TheoryData<string, ulong> All
    {
        get
        {
            var all = new TheoryData<string, ulong>();
            foreach (var fault in AtSizes.Keys.Concat(AtRepetitions.Keys))
            {
                foreach (var seed in new ulong[] { 1, 2, 3 })
                {
                    all.Add(fault, seed);
                }
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_server_that_goes_wrong_at_a_size_is_caught(string fault, ulong seed) =>
        Assert.NotEmpty(Run(FaultOf(fault), seed));

    [Fact]
    public void The_server_without_a_fault_is_right() => Assert.Empty(Run(new ServerFault(), seed: 1));

    // Shrinking that begins again with each candidate that it keeps takes the square of the length: 15,393 executions.
    [Fact]
    public void A_long_sequence_is_made_short_in_a_number_of_executions_that_grows_with_its_length()
    {
        var failure = Failures(AtSizes["the 64th replace"], seed: 1, shrink: true)[0];
        Assert.InRange(failure.Operations.Length, 65, 66);
        Assert.InRange(failure.ShrinkExecutions, 1, 30 * failure.FoundAfter);
    }

    private static ServerFault FaultOf(string name) =>
        AtSizes.TryGetValue(name, out var fault) ? fault : AtRepetitions[name];

    private static IEnumerable<string> Run(ServerFault fault, ulong seed) =>
        Failures(fault, seed, shrink: false).Select(failure => failure.Rule ?? "error");

    private static ImmutableArray<Failure> Failures(ServerFault fault, ulong seed, bool shrink) => ConformanceSuite.Run(
        () => new ServerWithFault(fault),
        new()
        {
            Profiles = [ProfileCatalog.Find("windows-server-2008-x64")!],
            Seed = seed,
            Shrink = shrink,
            FailFast = true,
        }).Profiles.Single().Failures;

    private static ServerFault Seen(Func<ServerHistory, Observation, bool> when) => new() { LosesMemory = when };

    private static ServerFault With(Func<ServerHistory, Observation, PartitionObservation, bool> when) => Seen(
        (history, seen) => seen.Partitions.Any(one => one.State == RunState.Running && when(history, seen, one)));

    private static ServerFault Running(Predicate<PartitionObservation> when) => With((_, _, one) => when(one));

    private static ServerFault Holding(Predicate<PartitionUnit> when) => With((history, seen, one) => seen.Units
        .Any(unit => unit.Owner == one.Id && when(history.Units[unit.Id])));

    private static ServerFault Answering(Func<ServerHistory, Operation, bool> when) => new() { LosesAnswer = when };

    private static ServerFault Nth<T>(int n, Outcome wanted)
        where T : Operation => new()
    {
        LosesOutcome = (history, operation, outcome) =>
            operation is T && outcome == wanted && history.Times(operation, outcome) == n,
    };

    private static ServerFault NthOfUnit<T>(int n, Outcome wanted)
        where T : Operation => new()
    {
        LosesOutcome = (history, operation, outcome) =>
            operation is T && outcome == wanted && history.TimesOfUnit(operation, outcome) == n,
    };

    // The last partition is shown in another state while so many are in one.
    private static ServerFault Together(int count, RunState state) => new()
    {
        Observed = seen => seen.Partitions.Count(partition => partition.State == state) < count ? seen : seen with
        {
            Partitions =
            [
                .. seen.Partitions.Select((partition, place) => place == seen.Partitions.Length - 1
                    ? partition with { State = Other(partition.State) }
                    : partition),
            ],
        },
    };

    private static ServerFault Types(Func<string, string> kept) => new()
    {
        Setup = setup => setup with
        {
            Units = [.. setup.Units.Select(unit => unit with { Type = kept(unit.Type) })],
        },
    };

    private static RunState Other(RunState state) =>
        state == RunState.Stopped ? RunState.Crashed : RunState.Stopped;

    private static ServerSetup OneTypeOfLargeProcessors(ServerSetup setup) => setup with
    {
        Units =
        [
            .. setup.Units.Select(unit => unit is { Kind: UnitKind.Processor, Capacity: >= 3 }
                ? unit with { Type = "cpu" }
                : unit),
        ],
    };

    private static Operation LastByte(Operation operation) => operation is HotAdd { Unit.Value: >= 256 } add
        ? add with { Unit = new(add.Unit.Value & byte.MaxValue) }
        : operation;
}
