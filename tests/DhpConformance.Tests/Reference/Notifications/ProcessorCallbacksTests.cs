using DhpConformance.Abstractions;
using static DhpConformance.Abstractions.NotificationKind;

namespace DhpConformance.Tests.Reference.Notifications;

public sealed class ProcessorCallbacksTests
{
    [Fact]
    public void Start_comes_before_and_Complete_after_a_processor_is_active()
    {
        using var stage = new Fixture();
        stage.Driver(1, Scripts.Callback);
        stage.Driver(2, Scripts.Callback);

        Assert.Equal(Outcome.Completed, stage.Add(Fixture.OneThread));

        Assert.Equal(
            [(ProcessorStart, 1, 2), (ProcessorStart, 2, 2), (ProcessorComplete, 2, 3), (ProcessorComplete, 1, 3)],
            stage.TakeNotifications().Select(each => (each.Kind, each.Consumer!.Value.Value, each.ActiveProcessors)));
    }

    [Fact]
    public void Start_and_Complete_name_the_processor_that_is_shown_afterwards()
    {
        using var stage = new Fixture();
        stage.Driver(1, Scripts.Callback);

        stage.Add(Fixture.OneThread);

        Assert.All(stage.TakeNotifications(), each => Assert.Equal(stage.Shown.Processors[2], each.Processor));
        Assert.Equal(Fixture.OneThread, stage.Shown.Processors[2].Unit);
    }

    [Fact]
    public void Processors_of_a_unit_are_announced_one_after_the_other()
    {
        using var stage = new Fixture();
        stage.Driver(1, Scripts.Callback);

        stage.Add(Fixture.TwoThreads);

        Assert.Equal(
            [(ProcessorStart, 2), (ProcessorComplete, 2), (ProcessorStart, 3), (ProcessorComplete, 3)],
            stage.TakeNotifications().Select(each => (each.Kind, each.Processor!.Value.Index)));
    }

    [Fact]
    public void A_veto_keeps_a_processor_out_and_who_accepted_it_is_told_Failure()
    {
        using var stage = new Fixture();
        stage.Driver(1, Scripts.Callback);
        stage.Driver(2, Scripts.Vetoing(1));

        Assert.Equal(Outcome.Failed(FailureReason.Vetoed), stage.Add(Fixture.OneThread));

        var told = stage.TakeNotifications();
        Assert.Equal(
            [(ProcessorStart, 1), (ProcessorStart, 2), (ProcessorFailure, 1)],
            told.Select(each => (each.Kind, each.Consumer!.Value.Value)));
        Assert.Equal([0, 1, 1], told.Select(each => each.Status));
        Assert.Equal(2, stage.Shown.ActiveProcessors);
    }

    [Fact]
    public void After_a_veto_the_unit_is_free_and_can_be_tried_again()
    {
        using var stage = new Fixture();
        stage.Driver(1, Scripts.Vetoing(1));
        stage.Add(Fixture.OneThread);

        Assert.Equal(Outcome.Completed, stage.Add(Fixture.OneThread));
    }

    [Fact]
    public void A_veto_parks_one_processor_and_the_others_of_its_unit_join()
    {
        using var stage = new Fixture();
        stage.Driver(1, Scripts.Vetoing(2));

        Assert.Equal(Outcome.PartlyCompleted, stage.Add(Fixture.FourThreads));

        Assert.Equal(2 + 3, stage.Shown.ActiveProcessors);
        stage.Granted(new RestartPartition(Fixture.Here));
        Assert.Equal(2 + 4, stage.Shown.ActiveProcessors);
    }

    [Fact]
    public void A_start_failure_hits_processors_that_were_not_vetoed()
    {
        using var stage = new Fixture();
        stage.Driver(1, Scripts.Vetoing(1));
        stage.Granted(new InjectStartFailure(Fixture.FourThreads, 2));

        Assert.Equal(Outcome.PartlyCompleted, stage.Add(Fixture.FourThreads));

        Assert.Equal(2, stage.TakeNotifications().Count(each => each.Kind == ProcessorFailure));
        Assert.Equal(2 + 1, stage.Shown.ActiveProcessors);
    }

    [Fact]
    public void A_processor_that_does_not_start_is_announced_and_taken_back()
    {
        using var stage = new Fixture();
        stage.Driver(1, Scripts.Callback);
        stage.Granted(new InjectStartFailure(Fixture.OneThread, 1));

        Assert.Equal(Outcome.Failed(FailureReason.StartFailed), stage.Add(Fixture.OneThread));

        Assert.Equal(
            [(ProcessorStart, 2), (ProcessorFailure, 2)],
            stage.TakeNotifications().Select(each => (each.Kind, each.ActiveProcessors)));
    }

    [Fact]
    public void A_veto_counts_processors_that_another_driver_vetoed_first()
    {
        using var stage = new Fixture();
        stage.Driver(1, Scripts.Vetoing(1));
        stage.Driver(2, Scripts.Vetoing(2));

        Assert.Equal(Outcome.PartlyCompleted, stage.Add(Fixture.FourThreads));

        Assert.Equal(2 + 2, stage.Shown.ActiveProcessors);
    }

    [Fact]
    public void Memory_and_bridges_are_announced_to_nobody()
    {
        using var stage = new Fixture();
        stage.Driver(1, Scripts.Callback);

        stage.Add(Fixture.Module);
        stage.Add(Fixture.Bridge);

        Assert.Empty(stage.NotificationsAfterSettling());
    }
}
