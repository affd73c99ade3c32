using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Cases;
using DhpConformance.Engine.Execution;
using DhpConformance.Engine.Judging;
using DhpConformance.Engine.Profiles;
using DhpConformance.Engine.Scopes;
using DhpConformance.Reference;
using OperatingSystem = DhpConformance.Reference.OperatingSystem;

namespace DhpConformance.Tests.Engine.Execution;

/// <summary>
/// Choices of right servers that the suite once accused of breaking a rule, each as the sequence that showed it, beside
/// a server that goes one step further and breaks the rule.
/// </summary>
public sealed class FreeChoiceTests
{
    private static readonly PartitionId P = new(0);

    [Theory]
    [InlineData(1, null)]
    [InlineData(2, "REF-02")]
    public void The_last_unit_may_be_kept_for_that_reason_beside_others(int units, string? rule) => Assert.Equal(
        rule,
        Run(
            new() { Admission = machine => new KeepsLast(machine) },
            Small(units),
            ObservationPolicy.AfterEveryOperation,
            new StartPartition(P),
            new ReleaseUnit(new(0)))?.Rule);

    [Theory]
    [InlineData(1, null)]
    [InlineData(2, "REF-02")]
    public void The_last_bridge_may_be_kept_for_that_reason_beside_others(int bridges, string? rule)
    {
        ServerComposition composition = new() { Admission = machine => new KeepsBridges(machine) };
        Assert.Equal(
            rule,
            Run(
                composition.Declaring(Trait.StartsOnlyWithBridge),
                WithBridges(bridges),
                ObservationPolicy.AfterEveryOperation,
                new HotRemove(P, new(2)))?.Rule);
    }

    [Theory]
    [InlineData(true, null)]
    [InlineData(false, "APP-08")]
    public void An_affinity_may_have_numbers_that_nobody_has_any_more(bool hasProcessorAdded, string? rule) =>
        Assert.Equal(
            rule,
            Run(
                new() { AffinityPolicy = () => new Elsewhere() },
                Full(),
                ObservationPolicy.AtTheEnd,
                [
                    new StartPartition(P),
                    new RegisterApplication(P, new(0), new(true, true)),
                    .. hasProcessorAdded ? ImmutableArray.Create<Operation>(new HotAdd(P, FreeProcessor())) : [],
                ])?.Rule);

    [Theory]
    [InlineData(false, null)]
    [InlineData(true, "REB-14")]
    public void A_device_may_sleep_longer_than_its_driver_where_nothing_of_it_is_shown(bool settles, string? rule) =>
        Assert.Equal(
            rule,
            Run(
                new()
                {
                    Claims = Claims.All.Without(Claim.Quiescence, Claim.AcceptedOperations),
                    OperatingSystem = partition => new TellsNothingOfSleep(partition),
                    PowerPolicy = (system, consumers) => new SleepsOn(system, consumers),
                },
                Full(),
                ObservationPolicy.AtTheEnd,
                [
                    new StartPartition(P),
                    new RegisterDriver(P, new(0), new() { Device = new() }),
                    new HotReplace(P, new(0), FreeProcessor()),
                    .. settles ? ImmutableArray.Create<Operation>(new Settle()) : [],
                ])?.Rule);

    private static ServerSetup Full() =>
        BuiltInScopes.Small.For(SelfTestProfiles.HotEverything, Partitionability.Dynamic).Setup with
        {
            Partitions = [.. BuiltInScopes.Small.For(SelfTestProfiles.HotEverything, Partitionability.Dynamic)
                .Setup.Partitions.Select(partition => partition with { ProcessorLimit = 8 })],
        };

    private static UnitId FreeProcessor()
    {
        var setup = Full();
        var target = setup.Units.Single(unit => unit.Id == new UnitId(0));
        return setup.Units.First(unit => unit.Kind == UnitKind.Processor && unit.Capacity == target.Capacity
            && unit.Type == target.Type && !setup.Partitions.Any(one => one.Units.Contains(unit.Id))).Id;
    }

    // A static server, so that another reason applies to a release.
    private static ServerSetup Small(int units) => new(
        Partitionability.Static,
        [
            new(new(0), UnitKind.Processor, "cpu-a", 1, "0"),
            new(new(1), UnitKind.MemoryModule, "dimm-a", 1L << 30, "1"),
        ],
        [
            new(
                P,
                SelfTestProfiles.HotEverything,
                4,
                8L << 30,
                [.. Enumerable.Range(0, units).Select(id => new UnitId(id))]),
        ]);

    private static ServerSetup WithBridges(int count)
    {
        var setup = Small(units: 2);
        var bridges = Enumerable.Range(2, count).Select(id => new UnitId(id));
        return setup with
        {
            Partitionability = Partitionability.Dynamic,
            Units =
            [
                .. setup.Units,
                .. bridges.Select(id => new PartitionUnit(id, UnitKind.IoHostBridge, "bridge", 0, $"{id.Value}")),
            ],
            Partitions = [setup.Partitions[0] with { Units = [.. setup.Partitions[0].Units, .. bridges] }],
        };
    }

    private static Violation? Run(
        ServerComposition composition, ServerSetup setup, ObservationPolicy policy, params Operation[] operations)
    {
        using var server = new ReferenceServer(composition);
        return new SequenceRunner(server, composition.Claims)
            .Run(setup, new ListedOperations(operations), policy);
    }

    // Of two units it keeps the first, which is not the last one.
    private sealed class KeepsLast(Machine machine) : Admission(machine)
    {
        internal override RefusalReason? WhyNot(ReleaseUnit request) => RefusalReason.Insufficient;
    }

    private sealed class KeepsBridges(Machine machine) : Admission(machine)
    {
        internal override RefusalReason? WhyNot(HotRemove request) => RefusalReason.Insufficient;
    }

    // As if the others had had these numbers before the processor was added.
    private sealed class Elsewhere : AffinityPolicy
    {
        internal override ImmutableArray<ulong> Assign(ImmutableArray<ulong> active) =>
            [1UL << 63, .. active.Skip(1).Select(static _ => 0UL)];
    }

    private sealed class TellsNothingOfSleep(Partition partition) : OperatingSystem(partition)
    {
        internal override void Tell(Message message)
        {
            if (message.Kind is NotificationKind.HighMemory)
            {
                base.Tell(message);
            }
        }
    }

    private sealed class SleepsOn(OperatingSystem system, Registry consumers) : PowerPolicy(system, consumers)
    {
        internal override void WakeUp(Driver driver)
        {
        }
    }
}
