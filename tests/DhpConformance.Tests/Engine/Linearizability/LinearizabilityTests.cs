using System.Diagnostics;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Histories;
using DhpConformance.Engine.Linearizability;
using DhpConformance.Tests.Engine.Histories;
using static DhpConformance.Engine.Linearizability.LinearizabilityVerdict;

namespace DhpConformance.Tests.Engine.Linearizability;

public sealed class LinearizabilityTests
{
    public static TheoryData<int, int, int> Draws { get; } = Drawn();

    [Theory]
    [MemberData(nameof(Draws))]
    public void What_a_server_behind_a_lock_does_is_linearizable(int seed, int clients, int lost)
    {
        var history = LockedRun.Draw(seed, calls: 60, clients, lost: lost);
        Assert.Equal(Linearizable, LinearizabilityChecker.Check(history).Verdict);
    }

    [Theory]
    [MemberData(nameof(Draws))]
    public void The_order_that_is_found_respects_time_and_has_every_answer(int seed, int clients, int lost)
    {
        var history = LockedRun.Draw(seed, calls: 60, clients, lost: lost);
        var order = LinearizabilityChecker.Check(history).Order;
        Assert.Equal(
            history.Calls.Where(call => !call.IsLost).Select(call => call.Number),
            order.Where(call => !call.IsLost).Select(call => call.Number).Order());
        foreach (var (place, call) in order.Index())
        {
            Assert.All(order.Skip(place), later => Assert.True(later.Returned > call.Invoked));
        }
    }

    [Fact]
    public void Nearly_every_answer_that_is_made_wrong_is_noticed()
    {
        var noticed = 0;
        for (var seed = 0; seed < 100; seed++)
        {
            var history = LockedRun.Draw(seed, calls: 40, clients: 3);
            var place = new Random(seed).Next(history.Calls.Length);
            var changed = history with { Calls = history.Calls.SetItem(place, Wrong(history.Calls[place])) };
            noticed += LinearizabilityChecker.Check(changed).Verdict == NotLinearizable ? 1 : 0;
        }

        Assert.InRange(noticed, 90, 100);
    }

    [Fact]
    public void A_history_in_rounds_takes_time_in_proportion_to_its_length()
    {
        var clock = Stopwatch.StartNew();
        var result = LinearizabilityChecker.Check(LockedRun.Draw(1, calls: 10_000, clients: 3, round: 8));
        Assert.Equal(Linearizable, result.Verdict);
        Assert.InRange(result.Tried, 10_000, 30_000);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(30), $"{clock.Elapsed}");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_history_of_200_calls_that_never_wait_for_each_other_is_judged_whole(int seed)
    {
        var history = LockedRun.Draw(seed, calls: 200, clients: 4, lost: 10);
        Assert.Equal(Linearizable, LinearizabilityChecker.Check(history).Verdict);
        var last = history.Calls.ToList().FindLastIndex(call => call.Observation is not null);
        var wrong = history with { Calls = history.Calls.SetItem(last, Wrong(history.Calls[last])) };
        Assert.Equal(NotLinearizable, LinearizabilityChecker.Check(wrong).Verdict);
    }

    [Fact]
    public void A_history_of_which_too_much_is_lost_is_inconclusive_and_does_not_pass()
    {
        var history = LockedRun.Draw(3, calls: 60, clients: 4, lost: 30);
        var last = history.Calls.Length - 1;
        var wrong = history with { Calls = history.Calls.SetItem(last, Wrong(history.Calls[last])) };
        var result = LinearizabilityChecker.Check(wrong, limit: 100);
        Assert.Equal(Inconclusive, result.Verdict);
        Assert.Contains("More than 100 orders", result.Doubt, StringComparison.Ordinal);
    }

    private static HistoryCall Wrong(HistoryCall call) => call switch
    {
        { Outcome: { Kind: OutcomeKind.Refused } } => call with { Outcome = Outcome.Completed },
        { Outcome: not null } => call with { Outcome = Outcome.Refused(RefusalReason.Invalid) },
        _ => call with
        {
            Observation = call.Observation! with
            {
                Units = call.Observation.Units.SetItem(0, OfAnother(call.Observation.Units[0])),
            },
        },
    };

    private static UnitObservation OfAnother(UnitObservation unit) =>
        unit with { Owner = unit.Owner is null ? new(0) : null };

    private static TheoryData<int, int, int> Drawn()
    {
        var data = new TheoryData<int, int, int>();
        for (var seed = 0; seed < 20; seed++)
        {
            data.Add(seed, 2 + (seed % 3), seed % 4 == 0 ? 5 : 0);
        }

        return data;
    }
}
