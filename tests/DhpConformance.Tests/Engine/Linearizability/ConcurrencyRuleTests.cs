using DhpConformance.Abstractions;
using DhpConformance.Engine.Linearizability;
using DhpConformance.Tests.Engine.Histories;
using static DhpConformance.Abstractions.RefusalReason;
using static DhpConformance.Tests.Reference.SmallServer;

namespace DhpConformance.Tests.Engine.Linearizability;

/// <summary>Each rule is broken by a history that is wrong, and kept by one that is strange and right.</summary>
public sealed class ConcurrencyRuleTests
{
    private static readonly HotAdd Add0 = new(P0, FreeProcessor);
    private static readonly HotAdd Add1 = new(P1, FreeProcessor);
    private static readonly HotReplace Replace = new(P0, Processor, FreeProcessor);

    [Fact]
    public void LIN_01_two_clients_get_one_unit() =>
        Breaks("LIN-01", Started().Ask(0, Add0).Ask(1, Add1).Complete(0, 1));

    [Fact]
    public void One_gets_it_and_the_other_is_told_that_it_is_in_use() =>
        Keeps(Started().Ask(0, Add0).Ask(1, Add1).Answer(0, InUse).Complete(1));

    [Fact]
    public void LIN_01_a_spare_serves_twice() => Breaks(
        "LIN-01", Started().Ask(0, Replace).Ask(1, new HotReplace(P1, OtherProcessor, FreeProcessor)).Complete(1, 0));

    [Fact]
    public void LIN_02_two_units_take_the_place_of_one() => Breaks(
        "LIN-02",
        Started().Alone(Add0)
            .Ask(0, new HotAdd(P0, SecondFreeProcessor)).Ask(1, new HotAdd(P0, ForeignProcessor)).Complete(0, 1));

    [Fact]
    public void One_takes_the_last_place_and_the_other_exceeds_the_limit() => Keeps(
        Started().Alone(Add0)
            .Ask(0, new HotAdd(P0, SecondFreeProcessor)).Ask(1, new HotAdd(P0, ForeignProcessor))
            .Answer(0, LimitExceeded).Complete(1));

    [Fact]
    public void LIN_03_a_granted_change_is_lost() => Breaks(
        "LIN-03",
        Started().Ask(0, Add0).Ask(1, new HotAdd(P0, FreeModule)).Complete(0, 1)
            .Ask(0, null).See(0, Start(0), Start(1), Add0));

    [Fact]
    public void LIN_03_a_granted_change_is_lost_and_nobody_looks() => Breaks(
        "LIN-03",
        Started().Ask(0, Add0).Ask(1, new HotAdd(P0, FreeModule)).Complete(0, 1).Ask(0, Add1).Complete(0));

    [Fact]
    public void LIN_04_somebody_sees_neither_target_nor_spare() => Breaks(
        "LIN-04",
        Started().Ask(0, Replace).Ask(1, null)
            .See(1, Start(0), Start(1), new HotAdd(P0, SecondFreeProcessor), new HotRemove(P0, Processor)).Complete(0));

    [Fact]
    public void Two_observers_see_the_target_and_then_the_spare() => Keeps(
        Started().Ask(0, Replace).Ask(1, null).See(1, Start(0), Start(1))
            .Ask(1, null).See(1, Start(0), Start(1), Replace).Complete(0));

    [Fact]
    public void LIN_07_two_observers_see_the_spare_and_then_the_target() => Breaks(
        "LIN-04",
        Started().Ask(0, Replace).Ask(1, null).See(1, Start(0), Start(1), Replace)
            .Ask(1, null).See(1, Start(0), Start(1)).Complete(0));

    [Fact]
    public void LIN_05_a_unit_joins_a_partition_that_has_stopped() => Breaks(
        "LIN-05",
        Started().Alone(new StopPartition(P0))
            .Ask(0, new AssignUnit(FreeModule, P0)).Ask(1, Add0).Complete(1, 0));

    [Fact]
    public void LIN_05_two_clients_start_one_partition() =>
        Breaks("LIN-05", new HistoryBuilder().Ask(0, Start(0)).Ask(1, Start(0)).Complete(0, 1));

    [Fact]
    public void A_unit_joins_just_before_the_partition_stops() =>
        Keeps(Started().Ask(1, new StopPartition(P0)).Ask(0, Add0).Complete(1, 0));

    [Fact]
    public void LIN_06_the_reason_of_a_refusal_was_never_true() =>
        Breaks("LIN-06", Started().Ask(0, Add0).Ask(1, Add1).Answer(0, NotRunning).Complete(1));

    [Fact]
    public void A_reason_was_true_for_a_moment() => Keeps(
        Started().Ask(0, Add0)
            .Ask(1, new StopPartition(P0)).Complete(1).Ask(1, Start(0)).Complete(1).Answer(0, NotRunning));

    [Fact]
    public void LIN_07_an_observation_shows_two_moments() => Breaks(
        "LIN-07",
        Started().Ask(0, Add0).Ask(1, null).Complete(0).Ask(0, new HotAdd(P1, FreeModule))
            .See(1, Start(0), Start(1), new HotAdd(P1, FreeModule)).Complete(0));

    [Fact]
    public void An_observation_shows_any_moment_of_its_interval() => Keeps(
        Started().Ask(1, null).Alone(Add0, new HotAdd(P1, FreeModule)).See(1, Start(0), Start(1), Add0));

    [Fact]
    public void LIN_08_a_server_is_busy_with_nothing() => Breaks("LIN-08", Started().Ask(0, Add0).Answer(0, Busy));

    [Fact]
    public void A_server_is_busy_with_the_other_request() =>
        Keeps(Started().Ask(0, Add0).Ask(1, new HotAdd(P0, FreeModule)).Answer(1, Busy).Complete(0));

    [Fact]
    public void LIN_09_a_server_is_busy_with_another_partition() =>
        Breaks("LIN-09", Started().Ask(0, Add0).Ask(1, new HotAdd(P1, FreeModule)).Answer(1, Busy).Complete(0));

    [Fact]
    public void Where_nothing_overlaps_the_rule_for_sequences_is_broken() =>
        Breaks("DYN-13", new HistoryBuilder().Alone(Add0));

    [Fact]
    public void What_is_lost_may_have_taken_effect_or_not_or_later()
    {
        var lost = Started().Ask(0, Add0).Lose(0);
        Keeps(lost.Ask(1, null).See(1, Start(0), Start(1)).Ask(1, null).See(1, Start(0), Start(1), Add0));
        Breaks("LIN-03", lost.Ask(1, null).See(1, Start(0), Start(1)), "LIN-07");
    }

    [Fact]
    public void What_is_accepted_ends_in_any_order()
    {
        var accepted = Started()
            .Ask(0, Add0).Answer(0, Outcome.Accepted).Ask(0, new HotAdd(P1, FreeModule)).Answer(0, Outcome.Accepted);
        Keeps(accepted.Ask(1, null).See(1, Start(0), Start(1), new HotAdd(P1, FreeModule))
            .Ask(1, new Settle()).Complete(1)
            .Ask(1, null).See(1, Start(0), Start(1), Add0, new HotAdd(P1, FreeModule)));
    }

    [Fact]
    public void Whether_too_much_is_accepted_at_once_to_know_is_said()
    {
        var history = Started();
        foreach (var unit in new[] { FreeProcessor, FreeModule, FreeBridge, SecondFreeProcessor, SecondFreeModule })
        {
            history.Ask(0, new HotAdd(P0, unit)).Answer(0, Outcome.Accepted);
        }

        var result = LinearizabilityChecker.Check(history.Ask(0, new HotAdd(P0, Module)).Complete(0).History);
        Assert.Equal(LinearizabilityVerdict.Inconclusive, result.Verdict);
        Assert.Contains("More than four accepted", result.Doubt, StringComparison.Ordinal);
    }

    private static StartPartition Start(int partition) => new(new(partition));

    private static HistoryBuilder Started() => new HistoryBuilder().Alone(Start(0), Start(1));

    private static void Keeps(HistoryBuilder history)
    {
        var result = LinearizabilityChecker.Check(history.History);
        Assert.Equal((LinearizabilityVerdict.Linearizable, null), (result.Verdict, result.Rule));
    }

    private static void Breaks(string rule, HistoryBuilder history, string? or = null)
    {
        var result = LinearizabilityChecker.Check(history.History);
        Assert.Equal(LinearizabilityVerdict.NotLinearizable, result.Verdict);
        Assert.Contains(result.Rule, new[] { rule, or });
        Assert.NotEmpty(result.Stuck[0].Misfits);
    }
}
