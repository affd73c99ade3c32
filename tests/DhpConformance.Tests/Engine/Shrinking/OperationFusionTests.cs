using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Cases;
using DhpConformance.Engine.Shrinking;

namespace DhpConformance.Tests.Engine.Shrinking;

/// <summary>Which two operations become one, and in which place.</summary>
public sealed class OperationFusionTests
{
    private static readonly PartitionId P0 = new(0);
    private static readonly PartitionId P1 = new(1);
    private static readonly UnitId U0 = new(0);

    [Fact]
    public void A_stop_and_a_start_become_a_restart() =>
        Assert.Equal([[new Settle(), new RestartPartition(P0)]], Fused(new StopPartition(P0), new Settle(), Start(P0)));

    [Fact]
    public void A_crash_and_a_start_become_a_restart() =>
        Assert.Equal([[new RestartPartition(P0)]], Fused(new InjectPartitionError(P0), Start(P0)));

    [Fact]
    public void A_start_and_a_hot_add_become_an_assignment() =>
        Assert.Equal([[new AssignUnit(U0, P0), new Settle()]], Fused(Start(P0), new HotAdd(P0, U0), new Settle()));

    [Fact]
    public void Operations_of_different_partitions_stay_apart() =>
        Assert.Empty(Fused(new StopPartition(P0), Start(P1), new HotAdd(P0, U0)));

    [Fact]
    public void A_start_before_a_stop_stays() => Assert.Empty(Fused(Start(P0), new StopPartition(P0)));

    private static StartPartition Start(PartitionId partition) => new(partition);

    private static IEnumerable<ImmutableArray<Operation>> Fused(params Operation[] operations) =>
        OperationFusion.Candidates(new(
            new(Partitionability.Dynamic, [], []), [.. operations], ObservationPolicy.AfterEveryOperation))
            .Select(one => one.Operations);
}
