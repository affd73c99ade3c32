using DhpConformance.Abstractions;
using DhpConformance.Engine.Narration;
using DhpConformance.Model.Profiles;

namespace DhpConformance.Tests.Engine.Narration;

public sealed class OperationNarrationTests
{
    private static readonly ServerSetup Setup = new(
        Partitionability.Dynamic,
        [
            new(new(0), UnitKind.Processor, "cpu-a", 2, "SN0"),
            new(new(1), UnitKind.MemoryModule, "dimm-a", 3L << 30, "SN1"),
            new(new(2), UnitKind.IoHostBridge, "bridge", 0, "SN2"),
        ],
        [new(new(0), ProfileCatalog.Find("windows-2000")!, 4, 1500, [new(0), new(1)])]);

    private readonly OperationNarration narration = new(Setup);

    [Fact]
    public void A_server_is_told_in_sentences() => Assert.Equal(
        [
            "The server is dynamically partitionable and has 3 units.",
            "Partition p0 runs windows-2000, takes up to 4 logical processors and 1500 bytes, and holds processor u0 "
                + "(cpu-a, 2 logical processors), memory module u1 (dimm-a, 3 GiB).",
            "Free: I/O host bridge u2.",
        ],
        SetupNarration.Sentences(Setup));

    [Fact]
    public void A_unit_is_called_by_its_kind() =>
        Assert.Equal("Hot add I/O host bridge u2 to p0.", narration.Sentence(new HotAdd(new(0), new(2))));

    [Fact]
    public void A_unit_that_is_not_there_is_said_not_to_be() =>
        Assert.Equal(
            "Hot remove unknown unit u9 from p0.", narration.Sentence(new HotRemove(new(0), new(9))));

    [Fact]
    public void A_partition_that_is_not_there_is_said_not_to_be()
    {
        Assert.Equal("Start unknown partition p1.", narration.Sentence(new StartPartition(new(1))));
        Assert.Equal(
            "Hot remove processor u0 from unknown partition p2147483647.",
            narration.Sentence(new HotRemove(new(int.MaxValue), new(0))));
    }

    [Fact]
    public void Every_operation_has_a_sentence() => Assert.All(
        new Operation[]
        {
            new AssignUnit(new(0), new(0)), new ReleaseUnit(new(0)), new SwitchUnitPower(new(0), UnitPower.Off),
            new StartPartition(new(0)), new StopPartition(new(0)), new RestartPartition(new(0)),
            new PowerOnServer(), new PowerOffServer(), new HotAdd(new(0), new(0)),
            new HotReplace(new(0), new(0), new(1)), new HotRemove(new(0), new(0)),
            new RegisterDriver(new(0), new(0), new DriverScript()),
            new RegisterApplication(new(0), new(0), new ApplicationScript(true, false)), new Deregister(new(0)),
            new SubmitIo(new(0), 2), new InjectPartitionError(new(0)), new InjectStartFailure(new(0), 1),
            new InjectServiceProcessorOutage(false), new InjectServiceProcessorOutage(true), new Settle(),
        },
        operation => Assert.EndsWith(".", narration.Sentence(operation), StringComparison.Ordinal));
}
