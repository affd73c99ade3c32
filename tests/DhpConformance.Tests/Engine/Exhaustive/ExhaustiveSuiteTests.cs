using System.Text.Json;
using System.Text.Json.Nodes;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Exhaustive;
using DhpConformance.Engine.Results;
using DhpConformance.Engine.Runs;
using DhpConformance.Engine.Scopes;
using DhpConformance.Model.Profiles;
using DhpConformance.Reference;
using DhpConformance.Reference.Mutants;
using DhpConformance.Tests.Engine.Scopes;
using DhpConformance.Tests.Hosting.Protocol;

namespace DhpConformance.Tests.Engine.Exhaustive;

public sealed class ExhaustiveSuiteTests
{
    private static readonly ExhaustiveSuiteOptions Options = new()
    {
        Scope = TinyScope.Definition,
        Profiles = [ProfileCatalog.Find("windows-server-2008-x64")!],
        Threads = 2,
    };

    [Fact]
    public void The_claim_is_made_of_the_reference()
    {
        var results = Run("", Options);
        var profile = Assert.Single(results.Profiles);
        Assert.Equal((Verdict.Pass, true), (profile.Verdict, results.Footer.Complete));
        Assert.Matches(
            "^windows-server-2008-x64: every one of [0-9,]+ transitions of scope tiny behaves as specified, "
            + "on dynamic and static servers, from up to 3 histories of each state$",
            profile.Headline);
        Assert.All(profile.Rules.Where(rule => rule.Verdict == Verdict.Pass), rule => Assert.NotEqual(0, rule.Reached));
    }

    [Fact]
    public void The_claim_is_not_made_of_a_mutant()
    {
        var results = Run("accepts-larger-spare", Options);
        var failure = Assert.Single(Assert.Single(results.Profiles).Failures);
        Assert.Equal(("REP-01", true), (failure.Rule, failure.Reproduced));
        Assert.Equal(Verdict.Fail, results.Verdict);
        Assert.Contains("NOT every one of", results.Profiles[0].Headline, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("accepts-larger-spare")]
    public void What_is_written_fits_the_schema_and_can_be_read(string mutant)
    {
        var json = Json(Run(mutant, Options));
        Assert.True(Schema.OfResults().Accepts(JsonNode.Parse(json)));
        Assert.Equal(json, Json(JsonSerializer.Deserialize(json, ResultsJson.Default.RunResults)!));
    }

    [Theory]
    [InlineData("")]
    [InlineData("accepts-larger-spare")]
    public void A_run_that_was_interrupted_and_resumed_gives_the_same_results(string mutant)
    {
        using var stop = new CancellationTokenSource();
        var first = Run(mutant, Options, new CancelAfter(stop, 40), stop.Token);
        Assert.False(first.Footer.Complete);
        Assert.NotEqual(Verdict.Pass, first.Verdict);
        var second = Run(mutant, Options with { Earlier = first });
        Assert.Equal(Json(Run(mutant, Options)), Json(second));
    }

    [Fact]
    public void Two_threads_give_the_same_results_as_one() => Assert.Equal(
        Json(Run("accepts-larger-spare", Options with { Threads = 1 })), Json(Run("accepts-larger-spare", Options)));

    [Fact]
    public void Results_of_another_run_are_not_gone_on_with()
    {
        var earlier = Run("", Options);
        Refuses("a run that drew cases", Options with
        {
            Earlier = ConformanceSuite.Run(
                () => new ReferenceServer(), new() { Profiles = Options.Profiles, Cases = 5 }),
        });
        Refuses("shard 1/1", Options with { Earlier = earlier, Shard = new(1, 2) });
        Refuses("scope tiny", Options with { Earlier = earlier, Scope = BuiltInScopes.Medium });
        Refuses("other rules", Options with { Earlier = earlier, Rules = ["REP-01"] });
        Refuses("reference 0.1.0 at ", Options with { Earlier = earlier, Source = "elsewhere" });
    }

    [Fact]
    public void A_scope_of_static_servers_needs_an_implementation_of_them()
    {
        var server = new ClaimingServer(Claims.All.Without(Claim.StaticServers));
        var scope = TinyScope.Definition with { Servers = [Partitionability.Static] };
        var refusal = Assert.Throws<UnusableScopeException>(
            () => ExhaustiveSuite.Run(() => server, Options with { Scope = scope }));
        Assert.Contains("is about static servers, which", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_scope_that_an_implementation_cannot_be_reset_to_is_refused()
    {
        var server = new ClaimingServer(Claims.All) { Limits = new() { Processors = 2 } };
        var refusal = Assert.Throws<UnusableScopeException>(() => ExhaustiveSuite.Run(
            () => server, Options with { Scope = BuiltInScopes.Small }));
        Assert.Contains("has 3 processors, and claiming takes 2 at most", refusal.Message, StringComparison.Ordinal);
    }

    private static void Refuses(string because, ExhaustiveSuiteOptions options)
    {
        var refusal = Assert.Throws<UnusableScopeException>(() => Run("", options));
        Assert.Contains($"The earlier results are those of {because}", refusal.Message, StringComparison.Ordinal);
    }

    private static RunResults Run(
        string mutant,
        ExhaustiveSuiteOptions options,
        IProgress<SuiteProgress>? progress = null,
        CancellationToken cancellation = default) =>
        ExhaustiveSuite.Run(
            MutantCatalog.All.FirstOrDefault(one => one.Name == mutant)?.Create ?? (() => new ReferenceServer()),
            options,
            progress,
            cancellation);

    // What differs between two runs stands in the times, and the number of threads with it.
    private static string Json(RunResults results) => JsonSerializer.Serialize(
        results with { Times = new(DateTimeOffset.UnixEpoch, 0, 1) }, ResultsJson.Default.RunResults);

    private sealed class ClaimingServer(Claims claims) : IPartitionableServer
    {
        public ServerLimits Limits { get; init; } = new();

        public ImplementationDescription Describe() => new("claiming", "1", claims) { Limits = Limits };

        public void Reset(ServerSetup setup) => throw new InvalidOperationException("Nothing was to be asked.");

        public Outcome Apply(Operation operation) => throw new InvalidOperationException("Nothing was to be asked.");

        public Observation Observe() => throw new InvalidOperationException("Nothing was to be asked.");

        public void Dispose()
        {
        }
    }
}
