using DhpConformance.Abstractions;
using static DhpConformance.Tests.Reference.SmallServer;

namespace DhpConformance.Tests.Reference;

public sealed class UnclaimedTests
{
    public static TheoryData<Operation> OfConsumers => new()
    {
        new RegisterDriver(P0, new(1), new DriverScript { Synchronous = true }),
        new RegisterApplication(P0, new(1), new(true, true)),
        new Deregister(new(1)),
        new SubmitIo(new(1), 1),
    };

    [Theory]
    [MemberData(nameof(OfConsumers))]
    public void What_is_not_claimed_is_refused_and_changes_nothing(Operation operation)
    {
        using var server = After(new StartPartition(P0));
        var before = Seen.At(server);

        Assert.Equal(Outcome.Refused(RefusalReason.NotSupported), server.Apply(operation));
        Assert.Equal(before, Seen.At(server));
    }
}
