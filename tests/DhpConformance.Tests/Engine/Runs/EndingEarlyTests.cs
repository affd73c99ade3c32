using System.Text.Json;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Cases;
using DhpConformance.Engine.Results;
using DhpConformance.Engine.Runs;
using DhpConformance.Model.Profiles;
using DhpConformance.Reference;
using DhpConformance.Reference.Mutants;

namespace DhpConformance.Tests.Engine.Runs;

/// <summary>A run that ends at a failure, or when time is over, says of what it has run what any other says.</summary>
public sealed class EndingEarlyTests
{
    private static readonly SuiteOptions Options = new()
    {
        Profiles = [Profile("windows-server-2008-x64"), Profile("windows-server-2008-ia64")],
        Cases = 200,
        FailFast = true,
    };

    [Fact]
    public void A_run_that_fails_fast_ends_with_the_first_case_that_fails()
    {
        var whole = Run("accepts-larger-spare", Options with { FailFast = false });
        var fast = Run("accepts-larger-spare", Options);
        var failure = Assert.Single(fast.Profiles[0].Failures);
        Assert.Equal(Json(whole.Profiles[0].Failures.Single()), Json(failure));
        Assert.Equal(failure.Case + 1, fast.Profiles[0].Cases);
        Assert.Equal(
            $"No more cases were run after {failure.Case + 1} of 200, since the run ends at the first failure.",
            fast.Profiles[0].Stopped);
        Assert.Equal((0, Verdict.Fail), (fast.Profiles[1].Cases, fast.Verdict));
        Assert.Equal(2, whole.Profiles.Count(profile => profile.Verdict == Verdict.Fail));
    }

    [Fact]
    public void A_run_that_fails_fast_says_the_same_on_any_number_of_threads() => Assert.Equal(
        Json(Run("accepts-larger-spare", Options)),
        Json(Run("accepts-larger-spare", Options with { Threads = 4 })));

    [Fact]
    public void A_run_without_failures_does_not_end_early() =>
        Assert.All(Run(null, Options).Profiles, profile => Assert.Equal((200, null), (profile.Cases, profile.Stopped)));

    [Fact]
    public void What_is_known_to_be_broken_ends_nothing()
    {
        var known = new KnownFailure("REP-01", "We sell it like that.", "https://example.org/1");
        Assert.All(
            Run("accepts-larger-spare", Options with { KnownFailures = [known] }).Profiles,
            profile => Assert.Equal((200, Verdict.Fail), (profile.Cases, profile.Verdict)));
    }

    [Theory]
    [InlineData("hot-replace; the answer; refused (incompatible)", 200)]
    [InlineData("hot-replace; the answer; refused (not-running)", 0)]
    public void Only_the_cause_that_is_known_ends_nothing(string cause, int least)
    {
        var known = new KnownFailure("REP-01", "We sell it like that.", "https://example.org/1") { Causes = [cause] };
        var profile = Run("accepts-larger-spare", Options with { KnownFailures = [known] }).Profiles[0];
        Assert.Equal(least == 200, profile.Cases == 200);
        Assert.Equal(least == 200, profile.Stopped is null);
    }

    [Fact]
    public void A_rule_that_nobody_asked_for_ends_nothing() => Assert.All(
        Run("accepts-larger-spare", Options with { Rules = ["REP-03"] }).Profiles,
        profile => Assert.Equal(200, profile.Cases));

    [Fact]
    public void A_remembered_case_that_fails_ends_a_run_that_fails_fast_before_any_case_is_drawn()
    {
        var failure = Run("accepts-larger-spare", Options).Profiles[0].Failures.Single();
        var remembered = new RememberedCase("one", "REP-01", Options.Profiles[0], failure.TestCase);
        var again = Run("accepts-larger-spare", Options with { Remembered = [remembered] });
        Assert.Equal(0, again.Profiles[0].Cases);
        Assert.True(again.Profiles[0].Failures.Single().Remembered);
        Assert.Equal((RememberedStatus.Fails, "REP-01"), (again.Remembered[0].Status, again.Remembered[0].Rule));
    }

    [Fact]
    public void A_remembered_case_that_does_not_fit_the_limits_is_left_out()
    {
        var failure = Run("accepts-larger-spare", Options).Profiles[0].Failures.Single();
        var remembered = new RememberedCase("one", "REP-01", Options.Profiles[0], failure.TestCase);
        Assert.Null(remembered.Problem(new ServerLimits()));
        Assert.Equal(
            "By its limits the implementation takes no such server.",
            remembered.Problem(new ServerLimits { Processors = 0 }));
        Assert.NotNull(remembered.Problem(new ServerLimits { MemoryGranularity = 1L << 60 }));
    }

    [Fact]
    public void When_its_time_is_over_a_run_has_said_what_a_run_of_so_many_cases_says()
    {
        var endless = Options with
        {
            FailFast = false, Cases = 100_000_000, Threads = 2, Budget = TimeSpan.FromSeconds(2),
        };
        var cut = Run(null, endless);

        // On a busy machine the last profile may come too late for any case.
        Assert.Contains(cut.Profiles, profile => profile.Cases > 0);
        Assert.All(cut.Profiles, profile =>
        {
            Assert.InRange(profile.Cases, 0, 99_999_999);
            Assert.Equal(
                $"The budget of 2 s ended the run after {profile.Cases} of 100000000 cases; a run of so many cases "
                + "does the same again.",
                profile.Stopped);
            Assert.StartsWith("NOT JUDGED (out of time) for ", profile.Headline, StringComparison.Ordinal);
            Assert.Equal(Verdict.Inconclusive, profile.Verdict);
        });
        Assert.All(cut.Profiles.Where(profile => profile.Cases > 0), profile =>
        {
            var again = Run(null, endless with { Profiles = [profile.Profile], Cases = profile.Cases, Budget = null });
            Assert.Equal(Json(Said(again.Profiles.Single())), Json(Said(profile)));
        });
    }

    [Fact]
    public void A_run_that_is_done_in_time_says_nothing_of_it() => Assert.Equal(
        Json(Run(null, Options)), Json(Run(null, Options with { Budget = TimeSpan.FromHours(1) })));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void There_is_no_run_without_time(int seconds) => Assert.Throws<ArgumentOutOfRangeException>(
        () => Run(null, Options with { Budget = TimeSpan.FromSeconds(seconds) }));

    // How many cases were to be run is all that differs.
    private static object Said(ProfileResult profile) => new
    {
        profile.Cases,
        profile.Operations,
        profile.Lengths,
        profile.Coverage,
        profile.CoverageGoals,
        Reached = profile.Rules.Select(rule => rule.Reached),
    };

    private static RunResults Run(string? mutant, SuiteOptions options) => ConformanceSuite.Run(
        mutant is null
            ? () => new ReferenceServer()
            : MutantCatalog.All.Single(one => one.Name == mutant).Create,
        options);

    private static string Json(RunResults results) => JsonSerializer.Serialize(
        results with { Times = new(default, 0, 0) }, ResultsJson.Default.RunResults);

    private static string Json(object one) => JsonSerializer.Serialize(one);

    private static Profile Profile(string name) => ProfileCatalog.Find(name)!;
}
