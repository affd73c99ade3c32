using DhpConformance.Abstractions;
using DhpConformance.Engine.Histories;
using DhpConformance.Engine.Linearizability;
using DhpConformance.Tests.Engine.Histories;
using static DhpConformance.Abstractions.RefusalReason;
using static DhpConformance.Tests.Reference.SmallServer;

namespace DhpConformance.Tests.Engine.Linearizability;

/// <summary>A counterexample has the calls that it needs, and no other.</summary>
public sealed class HistoryShrinkerTests
{
    private static readonly HotAdd Add0 = new(P0, FreeProcessor);
    private static readonly HotAdd Add1 = new(P1, FreeProcessor);

    [Fact]
    public void Observations_refusals_and_what_comes_later_are_left_out()
    {
        var history = Started()
            .Ask(0, null).See(0, Start(0), Start(1))
            .Ask(0, Start(0)).Answer(0, NotStopped)
            .Ask(0, Add0).Ask(1, Add1).Complete(0, 1)
            .Ask(0, null).See(0, Start(0), Start(1), Add0)
            .Alone(new StopPartition(P0)).History;
        var (shrunk, result) = Shrink(history);
        Assert.Equal("LIN-01", result.Rule);
        Assert.Equal([1, 2, 5, 6], shrunk.Calls.Select(call => call.Number));
    }

    [Fact]
    public void An_operation_whose_effect_is_seen_later_stays()
    {
        var history = Started()
            .Ask(0, Add0).Ask(1, new HotAdd(P0, FreeModule)).Complete(0, 1)
            .Ask(0, null).See(0, Start(0), Start(1), Add0).History;
        var (shrunk, result) = Shrink(history);
        Assert.Equal("LIN-03", result.Rule);
        Assert.Equal(history.Calls, shrunk.Calls);
    }

    [Fact]
    public void An_answer_that_came_after_the_failure_was_seen_is_kept()
    {
        var history = Started()
            .Ask(0, Add0).Ask(1, null).See(1, Start(0)).Complete(0)
            .Ask(0, null).See(0, Start(0), Start(1), Add0).History;
        var (shrunk, _) = Shrink(history);
        Assert.All(shrunk.Calls, call => Assert.Contains(call, history.Calls));
    }

    [Fact]
    public void What_is_busy_with_reason_does_not_become_busy_with_nothing()
    {
        var history = Started()
            .Ask(0, Add0).Ask(1, new HotAdd(P0, FreeModule)).Answer(1, Busy).Complete(0)
            .Ask(0, new HotAdd(P1, SecondFreeProcessor)).Ask(1, new HotAdd(P0, SecondFreeProcessor))
            .Complete(0, 1).History;
        var (shrunk, result) = Shrink(history);
        Assert.Equal("LIN-01", result.Rule);
        Assert.DoesNotContain(shrunk.Calls, call => call.Outcome?.Refusal == Busy);
    }

    [Fact]
    public void What_remains_breaks_the_same_rule_and_nothing_more_can_be_left_out()
    {
        var history = Started().Alone(new StopPartition(P0), Start(0), new StopPartition(P1), Start(1))
            .Ask(0, Add0).Ask(1, Add1).Complete(0, 1).History;
        var (shrunk, result) = Shrink(history);
        Assert.Equal(("LIN-01", 4), (result.Rule, shrunk.Calls.Length));
        Assert.Equal(result.Rule, LinearizabilityChecker.Check(shrunk).Rule);
        Assert.Equal(shrunk.Calls, Shrink(shrunk).History.Calls);
    }

    [Fact]
    public void With_little_effort_a_history_stays_as_it_is()
    {
        var history = Started().Ask(0, Add0).Ask(1, Add1).Complete(0, 1).History;
        var result = LinearizabilityChecker.Check(history);
        Assert.Equal(history.Calls, HistoryShrinker.Shrink(history, result, effort: 1).History.Calls);
    }

    [Fact]
    public void A_history_that_is_right_is_no_counterexample()
    {
        var history = Started().History;
        Assert.Throws<ArgumentException>(
            () => HistoryShrinker.Shrink(history, LinearizabilityChecker.Check(history)));
    }

    private static StartPartition Start(int partition) => new(new(partition));

    private static HistoryBuilder Started() => new HistoryBuilder().Alone(Start(0), Start(1));

    private static (History History, LinearizabilityResult Result) Shrink(History history) =>
        HistoryShrinker.Shrink(history, LinearizabilityChecker.Check(history));
}
