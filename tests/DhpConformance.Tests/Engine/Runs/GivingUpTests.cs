using System.Text.Json;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Results;
using DhpConformance.Engine.Runs;
using DhpConformance.Model.Profiles;
using DhpConformance.Reference;
using DhpConformance.Reference.Mutants;

namespace DhpConformance.Tests.Engine.Runs;

/// <summary>What was not put to the test often enough, and why: the reason names what has to be mended first.</summary>
public sealed class GivingUpTests
{
    [Fact]
    public void A_run_that_gives_up_says_so_after_how_many_cases_and_what_to_do()
    {
        var profile = Hanging(threads: 1).Profiles.Single();
        Assert.Equal(
            $"No more cases were run after {profile.Cases} of 200, since 3 requests were not answered in time.",
            profile.Stopped);
        Assert.InRange(profile.Cases, 3, 199);
        Assert.All(
            profile.Rules.Where(rule => rule.Verdict == Verdict.Inconclusive),
            rule => Assert.EndsWith(
                "no more cases were run, since 3 requests were not answered in time; fix that first.",
                rule.Reason,
                StringComparison.Ordinal));
    }

    [Fact]
    public void A_server_that_breaks_in_most_cases_is_given_up()
    {
        var profile = Breaking<StartPartition>(threads: 1).Profiles.Single();
        Assert.InRange(profile.Cases, 30, 199);
        Assert.Equal(
            $"No more cases were run after {profile.Cases} of 200, since the implementation broke in "
                + $"{profile.EndedEarly} of them.",
            profile.Stopped);
        Assert.EndsWith("NOT CONFORMANT to windows-server-2008-x64", profile.Headline.Split(':')[0], Ordinal);
    }

    [Fact]
    public void After_a_profile_that_was_given_up_the_next_one_is_given_up_sooner()
    {
        var (first, second) = (Broken.Profiles[0], Broken.Profiles[1]);
        Assert.InRange(first.EndedEarly, 30, 99);
        Assert.InRange(second.EndedEarly, 5, 29);
        Assert.EndsWith($"since the implementation broke in {second.EndedEarly} of them.", second.Stopped, Ordinal);
    }

    [Fact]
    public void After_a_profile_in_which_requests_were_not_answered_no_other_is_begun()
    {
        var second = Run(Hangs, cases: 200, threads: 1, profiles: 2).Profiles[1];
        Assert.Equal(0, second.Cases);
        Assert.Equal(
            "No more cases were run after 0 of 200, since 3 requests were not answered in time.", second.Stopped);
        Assert.StartsWith("NOT JUDGED (given up)", second.Headline, Ordinal);
    }

    [Fact]
    public void A_server_that_breaks_now_and_then_is_not_given_up()
    {
        var profile = Breaking<PowerOffServer>(threads: 2).Profiles.Single();
        Assert.InRange(profile.EndedEarly, 30, 99);
        Assert.Equal((200, null), (profile.Cases, profile.Stopped));
    }

    [Fact]
    public void A_run_gives_up_after_the_same_case_on_any_number_of_threads()
    {
        Assert.Equal(Timeless(Hanging(threads: 1)), Timeless(Hanging(threads: 4)));
        Assert.Equal(Timeless(Breaking<StartPartition>(threads: 1)), Timeless(Breaking<StartPartition>(threads: 4)));
    }

    [Fact]
    public void A_run_that_gets_to_its_end_has_not_stopped()
    {
        var profile = Run(() => new ReferenceServer(), cases: 20).Profiles.Single();
        Assert.Equal((20, 0, null), (profile.Cases, profile.EndedEarly, profile.Stopped));
        Assert.Contains(
            profile.Rules, rule => rule.Reason?.EndsWith("; run more cases, or longer ones.", Ordinal) == true);
    }

    [Fact]
    public void What_cuts_cases_short_is_named_where_too_few_occasions_are_left()
    {
        var mutant = MutantCatalog.All.Single(one => one.Name == "accepts-larger-spare");
        var profile = Run(mutant.Create, cases: 60).Profiles.Single();
        Assert.InRange(profile.EndedEarly, 1, 60);
        Assert.All(
            profile.Rules.Where(rule => rule.Verdict == Verdict.Inconclusive),
            rule => Assert.EndsWith(
                $"{profile.EndedEarly} of 60 cases ended early, at REP-01; fix that first, or run more cases.",
                rule.Reason,
                Ordinal));
    }

    private static readonly string[] Judged = ["windows-server-2008-x64", "windows-server-2008-ia64"];

    private const StringComparison Ordinal = StringComparison.Ordinal;

    private static RunResults Breaking<T>(int threads, int profiles = 1)
        where T : Operation => Run(
        () => new BrokenServer
        {
            Answered = (operation, outcome) => operation is T
                ? throw new ServerFaultException(ServerFault.Ended, "it ended")
                : outcome,
        },
        cases: 200,
        threads,
        profiles);

    private static RunResults Hanging(int threads) => Run(Hangs, cases: 200, threads);

    private static BrokenServer Hangs() => new()
    {
        Answered = (operation, outcome) => operation is PowerOffServer
            ? throw new ServerFaultException(ServerFault.DeadlineMissed, "no answer")
            : outcome,
    };

    private static RunResults Broken { get; } = Breaking<StartPartition>(threads: 1, profiles: 2);

    private static RunResults Run(Func<IPartitionableServer> create, int cases, int threads = 1, int profiles = 1) =>
        ConformanceSuite.Run(create, new()
        {
            Profiles = [.. Judged.Take(profiles).Select(name => ProfileCatalog.Find(name)!)],
            Cases = cases,
            Threads = threads,
        });

    private static string Timeless(RunResults results) => JsonSerializer.Serialize(
        results with { Times = new(default, 0, 1) }, ResultsJson.Default.RunResults);
}
