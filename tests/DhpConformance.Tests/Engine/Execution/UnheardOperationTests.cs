using DhpConformance.Abstractions;
using DhpConformance.Engine.Cases;
using DhpConformance.Engine.Execution;
using DhpConformance.Engine.Judging;
using DhpConformance.Engine.Scopes;
using DhpConformance.Model.Profiles;
using DhpConformance.Reference;

namespace DhpConformance.Tests.Engine.Execution;

/// <summary>Operations while nobody is registered, of which something is told all the same: high memory.</summary>
public sealed class UnheardOperationTests
{
    private static readonly PartitionId Partition = new(0);

    private static readonly ServerSetup Setup = Small() with
    {
        Partitions = [Small().Partitions[0] with { ProcessorLimit = 8, MemoryLimit = 8L << 30 }],
    };

    private static readonly UnitId Processor = Setup.Units[1].Id;
    private static readonly UnitId Module = Setup.Units[4].Id;

    [Fact]
    public void What_is_read_then_is_not_held_against_what_was_done_later() => Assert.Null(Run(
        new StartPartition(Partition),
        new RegisterDriver(Partition, new(0), new() { Synchronous = true, IncludeExisting = true, VetoesStart = 1 }),
        new HotAdd(Partition, Module),
        new HotAdd(Partition, Processor)));

    private static ServerSetup Small() =>
        BuiltInScopes.Small.For(ProfileCatalog.Find("windows-server-2008-x64")!, Partitionability.Dynamic).Setup;

    private static Violation? Run(params Operation[] operations)
    {
        using var server = new ReferenceServer();
        return new SequenceRunner(server, Claims.All)
            .Run(Setup, new ListedOperations(operations), ObservationPolicy.AtTheEnd);
    }
}
