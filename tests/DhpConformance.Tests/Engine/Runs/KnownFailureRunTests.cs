using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json;
using DhpConformance.Abstractions;
using DhpConformance.Engine.KnownFailures;
using DhpConformance.Engine.Results;
using DhpConformance.Engine.Runs;
using DhpConformance.Model.Profiles;
using DhpConformance.Reference;
using DhpConformance.Reference.Mutants;

namespace DhpConformance.Tests.Engine.Runs;

/// <summary>
/// Where something known fails in most cases, these go on, so that the rest is judged and a second fault is found.
/// </summary>
public sealed class KnownFailureRunTests
{
    public static TheoryData<string, string[]> Flaws => new()
    {
        { nameof(FlawedServer.RefusesReplaces), ["CAP-04", "CAP-05"] },
        { nameof(FlawedServer.TellsNoArrivals), ["ASY-01", "ASY-11"] },
        { nameof(FlawedServer.EndsAtAdds), ["REF-07"] },
    };

    [Theory]
    [MemberData(nameof(Flaws))]
    public void A_run_with_nothing_but_what_is_known_is_green_and_judges_all_that_can_be(string flaw, string[] rules)
    {
        var (known, results) = OfTheReference(flaw, rules);
        var profile = Assert.Single(results.Profiles);
        Assert.Equal(rules, profile.Failures.Select(failure => failure.Rule));
        Assert.Equal(Verdict.Pass, known.Worst(results));
        var open = profile.Rules.Where(rule => rule.Verdict == Verdict.Inconclusive).Select(rule => rule.Rule).ToList();
        Assert.Equal(open, known.Behind(profile));

        // A hot replace that is never carried out shows nothing of what it does; nor does the hot add of a processor.
        Approved.Matches(
            $"tests/DhpConformance.Tests/Engine/Runs/approved/{flaw}.txt",
            string.Concat(open.Select(rule => rule + "\n")));
    }

    [Theory]
    [MemberData(nameof(Flaws))]
    public void Without_the_list_it_is_red_and_much_is_open(string flaw, string[] rules)
    {
        var (_, known) = OfTheReference(flaw, rules);
        var (none, results) = Run(() => Flawed(flaw, new ReferenceServer()), options: Options with { Shrink = false });
        Assert.Equal(Verdict.Fail, none.Worst(results));
        Assert.InRange(known.Profiles[0].EndedEarly, 0, results.Profiles[0].EndedEarly / 5);
        Assert.InRange(Reached(known), Reached(results) * 11 / 10, long.MaxValue);
    }

    [Theory]
    [MemberData(nameof(Flaws))]
    public void A_second_fault_beside_it_is_found(string flaw, string[] rules)
    {
        foreach (var mutant in new[] { "all-modules-count-as-the-first", "starts-what-runs" })
        {
            var second = MutantCatalog.All.Single(one => one.Name == mutant);
            var (known, results) = Run(
                () => Flawed(flaw, second.Create()), rules, Options with { Shrink = false });
            Assert.Equal(Verdict.Fail, known.Worst(results));
            Assert.Contains(results.Profiles[0].Failures, failure => failure.Rule == second.RuleId);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Another_failure_of_a_known_rule_is_reported_rather_than_the_known_one(bool shrink)
    {
        var mutant = MutantCatalog.All.Single(one => one.Name == "all-modules-count-as-the-first");
        var options = Options with { Shrink = false };
        var first = ConformanceSuite.Run(mutant.Create, options).Profiles[0].Failures.Single().Observed;
        var known = new KnownFailure("ADD-20", "x", "https://example.org/1") { Observed = [first] };
        var results = ConformanceSuite.Run(
            mutant.Create, options with { KnownFailures = [known], Shrink = shrink });
        Assert.NotEqual(first, results.Profiles[0].Failures.Single().Observed);
        Assert.Equal(Verdict.Fail, new KnownFailureList([known]).Worst(results));
    }

    [Fact]
    public void A_cause_that_is_known_hides_no_other_cause_of_its_rule()
    {
        var options = Options with { Shrink = false, Cases = 200 };
        var first = Assert.Single(ConformanceSuite.Run(() => new WrongReasons(), options).Profiles[0].Failures);
        List<string> causes = [first.Cause!];
        while (Others() is [var other])
        {
            Assert.DoesNotContain(other.Cause, causes);
            causes.Add(other.Cause!);
        }

        Assert.InRange(causes.Count, 2, 6);

        List<Failure> Others()
        {
            var known = new KnownFailure(first.Rule!, "x", "https://example.org/1") { Causes = [.. causes] };
            var results = ConformanceSuite.Run(() => new WrongReasons(), options with { KnownFailures = [known] });
            return [.. known.Others(results.Profiles[0])];
        }
    }

    [Fact]
    public void A_run_that_fails_fast_goes_on_past_a_known_cause_and_ends_at_another_of_its_rule()
    {
        var options = Options with { Shrink = false, Cases = 200 };
        var first = Assert.Single(ConformanceSuite.Run(() => new WrongReasons(), options).Profiles[0].Failures);
        var known = new KnownFailure(first.Rule!, "x", "https://example.org/1") { Causes = [first.Cause!] };
        var profile = ConformanceSuite.Run(
            () => new WrongReasons(), options with { KnownFailures = [known], FailFast = true }).Profiles[0];
        var other = Assert.Single(known.Others(profile));
        Assert.Equal((other.Case + 1, true), (profile.Cases, other.Case > first.Case));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_cause_has_the_same_signature_whatever_the_seed(bool shrink)
    {
        var mutant = MutantCatalog.All.Single(one => one.Name == "accepts-larger-spare");
        var causes = new ulong[] { 1, 2, 3 }.Select(seed => ConformanceSuite.Run(
            mutant.Create, Options with { Seed = seed, Shrink = shrink, FailFast = true })
            .Profiles[0].Failures.Single().Cause);
        Assert.Equal(["hot-replace; the answer; refused (incompatible)"], causes.Distinct());
    }

    [Theory]
    [MemberData(nameof(Flaws))]
    public void The_number_of_threads_makes_no_difference(string flaw, string[] rules)
    {
        var options = Options with { Cases = 200, Shrink = false };
        Assert.Equal(
            Json(Run(() => Flawed(flaw, new ReferenceServer()), rules, options).Results),
            Json(Run(() => Flawed(flaw, new ReferenceServer()), rules, options with { Threads = 4 }).Results));
    }

    [Fact]
    public void With_too_few_cases_a_rule_is_open_for_that_reason_and_not_excused()
    {
        var (known, results) = Run(
            () => FlawedServer.RefusesReplaces(new ReferenceServer()),
            ["CAP-04", "CAP-05"],
            Options with { Cases = 20 });
        Assert.Equal(Verdict.Inconclusive, known.Worst(results));
        Assert.Contains(
            results.Profiles[0].Rules,
            rule => rule is { Verdict: Verdict.Inconclusive, IsBehindKnownFailure: false });
    }

    // Two tests look at the same run of a thousand cases.
    private static readonly ConcurrentDictionary<string, Lazy<(KnownFailureList, RunResults)>> References = [];

    private static SuiteOptions Options { get; } = new()
    {
        Profiles = [ProfileCatalog.Find("windows-server-2008-x64")!],
    };

    private static FlawedServer Flawed(string flaw, IPartitionableServer server) => flaw switch
    {
        nameof(FlawedServer.RefusesReplaces) => FlawedServer.RefusesReplaces(server),
        nameof(FlawedServer.TellsNoArrivals) => FlawedServer.TellsNoArrivals(server),
        _ => FlawedServer.EndsAtAdds(server),
    };

    private static long Reached(RunResults results) => results.Profiles[0].Rules.Sum(rule => rule.Reached);

    private static (KnownFailureList Known, RunResults Results) OfTheReference(string flaw, string[] rules) =>
        References.GetOrAdd(flaw, _ => new(() => Run(() => Flawed(flaw, new ReferenceServer()), rules))).Value;

    private static (KnownFailureList Known, RunResults Results) Run(
        Func<IPartitionableServer> create, string[]? rules = null, SuiteOptions? options = null)
    {
        ImmutableArray<KnownFailure> known =
            [.. (rules ?? []).Select(rule => new KnownFailure(rule, "x", "https://example.org/1"))];
        var asked = (options ?? Options) with { KnownFailures = known.IsEmpty ? null : known };
        return (new(known), ConformanceSuite.Run(create, asked));
    }

    /// <summary>Says of stops and restarts of partitions that do not run that it is busy.</summary>
    private sealed class WrongReasons : IPartitionableServer
    {
        private readonly ReferenceServer server = new();

        public ImplementationDescription Describe() => server.Describe();

        public void Reset(ServerSetup setup) => server.Reset(setup);

        public Outcome Apply(Operation operation)
        {
            var outcome = server.Apply(operation);
            return operation is StopPartition or RestartPartition
                && outcome == Outcome.Refused(RefusalReason.NotRunning)
                ? Outcome.Refused(RefusalReason.Busy)
                : outcome;
        }

        public Observation Observe() => server.Observe();

        public void Dispose() => server.Dispose();
    }

    private static string Json(RunResults results) => JsonSerializer.Serialize(
        results with { Times = new(default, 0, 0) }, ResultsJson.Default.RunResults);
}
