using DhpConformance.Abstractions;
using DhpConformance.Engine.Replay;
using DhpConformance.Engine.Results;
using DhpConformance.Engine.Runs;
using DhpConformance.Model.Profiles;

namespace DhpConformance.Tests.Engine.Runs;

/// <summary>What breaks on a used server is believed only if it breaks on one that was just made.</summary>
public sealed class UsedServerTests
{
    [Fact]
    public void What_breaks_at_the_fifth_operation_of_a_process_takes_five_operations_and_replays()
    {
        var results = Run(() => Crashing(at: 5));
        var profile = results.Profiles.Single();
        var failure = Assert.Single(profile.Failures);
        Assert.Equal(("REF-07", 5, true), (failure.Rule, failure.Operations.Length, failure.Reproduced));
        var file = ReplayRecorder.Record(() => Crashing(at: 5), results, profile, failure);
        using var server = Crashing(at: 5);
        Assert.Equal("REF-07", Replayer.Run(server, file)!.Rule);
    }

    [Fact]
    public void What_breaks_at_one_operation_takes_one()
    {
        var failure = Assert.Single(Run(() => new()
        {
            Answered = (operation, outcome) => operation is StopPartition ? throw Ended() : outcome,
        }).Profiles.Single().Failures);
        Assert.Equal((1, true), (failure.Operations.Length, failure.Reproduced));
    }

    [Fact]
    public void What_breaks_after_many_cases_only_is_said_to_and_decides_nothing()
    {
        var profile = Run(() => Crashing(at: 120)).Profiles.Single();
        var failure = Assert.Single(profile.Failures);
        Assert.True(failure.OneOff);
        Assert.InRange(failure.BrokenCases, 2, profile.EndedEarly);
        var rule = profile.Rules.Single(rule => rule.Rule == "REF-07");
        Assert.Equal(Verdict.Inconclusive, rule.Verdict);
        Assert.StartsWith($"It broke in {failure.BrokenCases} cases, first in case ", rule.Reason, Ordinal);
        Assert.Contains("--restart-per-case", rule.Reason, Ordinal);
    }

    [Fact]
    public void What_cannot_be_started_again_has_left_nothing_behind_and_says_itself_why()
    {
        var failure = Assert.Single(Run(() =>
        {
            var resets = 0;
            return new()
            {
                Resetting = () =>
                {
                    if (++resets > 3)
                    {
                        throw new ServerFaultException(ServerFault.CouldNotStart, "another version");
                    }
                },
            };
        }).Profiles.Single().Failures);
        Assert.Equal((null, "another version"), (failure.Rule, failure.Observed));
    }

    [Fact]
    public void A_replay_file_has_every_request_even_if_the_server_ends_sooner_this_time()
    {
        var results = Run(() => Crashing(at: 5));
        var profile = results.Profiles.Single();
        var failure = profile.Failures.Single();
        var sooner = ReplayRecorder.Record(() => Crashing(at: 2), results, profile, failure);
        Assert.Equal<Operation>(failure.Operations, sooner.TestCase.Operations);
    }

    private const StringComparison Ordinal = StringComparison.Ordinal;

    // As a process does: what it has counted is gone with it.
    private static BrokenServer Crashing(int at)
    {
        var count = 0;
        return new()
        {
            Answered = (_, outcome) =>
            {
                count = count == at - 1 ? 0 : count + 1;
                return count == 0 ? throw Ended() : outcome;
            },
        };
    }

    private static ServerFaultException Ended() => new(ServerFault.Ended, "it ended");

    private static RunResults Run(Func<BrokenServer> create) => ConformanceSuite.Run(create, new()
    {
        Profiles = [ProfileCatalog.Find("windows-2000")!],
        Cases = 60,
    });
}
