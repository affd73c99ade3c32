using DhpConformance.Abstractions;
using static DhpConformance.Abstractions.NotificationKind;

namespace DhpConformance.Tests.Reference.Notifications;

public sealed class ExistingProcessorsTests
{
    [Fact]
    public void All_Starts_come_first_and_then_all_Completes()
    {
        using var stage = new Fixture();

        Assert.Equal(Outcome.Completed, stage.Driver(1, Scripts.Callback with { IncludeExisting = true }));

        Assert.Equal(
            [ProcessorStart, ProcessorStart, ProcessorComplete, ProcessorComplete],
            stage.TakeNotifications().Select(each => each.Kind));
    }

    [Fact]
    public void Only_who_registers_is_told()
    {
        using var stage = new Fixture();
        stage.Driver(1, Scripts.Callback);
        stage.Driver(2, Scripts.Callback with { IncludeExisting = true });

        Assert.All(stage.TakeNotifications(), each => Assert.Equal(new ConsumerId(2), each.Consumer));
    }

    [Fact]
    public void A_veto_ends_the_offers_and_takes_back_those_before()
    {
        using var stage = new Fixture();
        stage.Add(Fixture.OneThread);
        stage.TakeNotifications();

        var outcome = stage.Driver(1, Scripts.Vetoing(2) with { IncludeExisting = true, Device = new() });

        Assert.Equal(Outcome.Failed(FailureReason.Vetoed), outcome);
        Assert.Equal(
            [(ProcessorStart, 0), (ProcessorStart, 1), (ProcessorFailure, 0)],
            stage.TakeNotifications().Select(each => (each.Kind, each.Processor!.Value.Index)));
        Assert.Empty(stage.Shown.Devices);
        Assert.Equal(Outcome.Refused(RefusalReason.NotPresent), stage.Apply(new Deregister(new(1))));
    }

    [Fact]
    public void Existing_processors_count_for_a_later_veto()
    {
        using var stage = new Fixture();
        stage.Driver(1, Scripts.Vetoing(3) with { IncludeExisting = true });

        Assert.Equal(Outcome.Failed(FailureReason.Vetoed), stage.Add(Fixture.OneThread));
    }
}
