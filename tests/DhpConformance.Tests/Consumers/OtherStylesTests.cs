using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Consumers;
using DhpConformance.Engine.Results;
using DhpConformance.Tests.Consumers.Styles;

namespace DhpConformance.Tests.Consumers;

/// <summary>Drivers that do right what the references do otherwise are accused of nothing.</summary>
public sealed class OtherStylesTests
{
    [Fact]
    public void A_driver_may_go_to_sleep_later() =>
        AssertRight(() => new SleepsLater(), ConsumerTrait.Device);

    [Fact]
    public void A_driver_may_hear_of_processors_only_while_its_device_works() =>
        AssertRight(() => new HearsWhileItWorks(), ConsumerTrait.Device, ConsumerTrait.SavesProcessorCount);

    [Fact]
    public void A_driver_may_grow_by_doubling() =>
        AssertRight(() => new Doubles(), ConsumerTrait.ScalesByProcessors);

    [Fact]
    public void A_driver_may_switch_its_device_on_later_while_it_is_stopped() =>
        AssertRight(() => new SleepsLater { SwitchesOnLater = true }, ConsumerTrait.Device);

    [Fact]
    public void A_driver_may_deregister_in_its_callback() => AssertRight(() => new DeregistersAtStart());

    [Fact]
    public void A_pool_may_have_a_least_size() =>
        AssertRight(() => new Pool { Least = 4 }, ConsumerTrait.ScalesByProcessors);

    [Fact]
    public void A_pool_that_keeps_its_size_is_reported() =>
        AssertWrong(() => new Pool { Least = 4, Keeps = true }, "C-PROC-08", ConsumerTrait.ScalesByProcessors);

    [Fact]
    public void A_driver_may_keep_the_table_that_it_has_outgrown() =>
        AssertRight(() => new Doubles { KeepsOldTables = true }, ConsumerTrait.ScalesByProcessors);

    [Theory]
    [InlineData(Serving.OneProcessor)]
    [InlineData(Serving.EachProcessor)]
    public void A_driver_may_choose_where_its_interrupts_are_served(Serving serving) =>
        AssertRight(() => new Serves { By = serving }, ConsumerTrait.Device, ConsumerTrait.Interrupts);

    [Fact]
    public void Interrupts_that_stay_where_the_first_start_put_them_are_reported() => AssertWrong(
        () => new Serves { By = Serving.EachOfTheFirstStart }, "C-REB-05", ConsumerTrait.Device,
        ConsumerTrait.Interrupts);

    [Fact]
    public void A_driver_with_interrupts_may_learn_of_processors_when_its_device_is_started() => AssertRight(
        () => new Serves { By = Serving.EachProcessor }, ConsumerTrait.Device, ConsumerTrait.Interrupts,
        ConsumerTrait.TargetsProcessors);

    [Fact]
    public void A_device_that_refuses_to_be_stopped_is_not_started_again() => AssertRight(
        () => new Serves { By = Serving.EachProcessor, Refuses = true }, ConsumerTrait.Device,
        ConsumerTrait.Interrupts, ConsumerTrait.PagingPath);

    [Fact]
    public void A_driver_may_wait_for_the_interrupt_that_ends_its_requests() => AssertRight(
        () => new Serves { By = Serving.EachProcessor, Drains = true }, ConsumerTrait.Device,
        ConsumerTrait.Interrupts);

    [Fact]
    public void A_service_may_use_the_processors_of_its_group_only() => AssertRight(
        () => new Group(), ConsumerTrait.TargetsProcessors);

    [Fact]
    public void A_service_that_leaves_out_processors_of_its_group_is_reported() => AssertWrong(
        () => new Group { Ignores = true }, "C-PROC-10", ConsumerTrait.TargetsProcessors);

    [Fact]
    public void A_driver_may_make_data_when_it_first_runs_on_a_processor() => AssertRight(
        () => new MakesOnFirstUse(), ConsumerTrait.PerProcessorData, ConsumerTrait.Device);

    [Fact]
    public void A_driver_may_stay_on_one_processor() => AssertRight(
        () => new StaysOnOneProcessor(), ConsumerTrait.TargetsProcessors);

    private static void AssertWrong(
        Func<ConsumerStyle> create, string rule, params ImmutableArray<ConsumerTrait> traits) =>
        Assert.Equal(rule, Assert.Single(
            ConsumerSuite.Run(() => create().With(traits), new() { Cases = 500 }).Failures).Rule);

    private static void AssertRight(Func<ConsumerStyle> create, params ImmutableArray<ConsumerTrait> traits)
    {
        var results = ConsumerSuite.Run(() => create().With(traits), new() { Cases = 500 });
        Assert.Empty(results.Failures);
        Assert.Contains(results.Rules, rule => rule.Verdict == Verdict.Pass);
        Assert.DoesNotContain(results.Rules, rule => rule is { Rule: "C-PROC-10", Verdict: Verdict.Inconclusive });
    }
}
