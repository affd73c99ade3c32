using DhpConformance.Abstractions;
using DhpConformance.Engine.Profiles;
using DhpConformance.Engine.Results;
using DhpConformance.Engine.Runs;
using DhpConformance.Model.Profiles;
using DhpConformance.Model.Rules;
using DhpConformance.Reference;

namespace DhpConformance.SelfTests;

/// <summary>A rule that speaks of a size passes where a case came to it, and is inconclusive where none did.</summary>
public sealed class SizesTests
{
    private const long GiB = 1L << 30;

    private static readonly Profile Windows = ProfileCatalog.Find("windows-server-2008-x64")!;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Every_size_that_is_possible_is_reached_with_the_defaults(ulong seed)
    {
        var results = Run(() => new ReferenceServer(), new() { Profiles = SelfTestProfiles.All, Seed = seed });
        Assert.Equal(Verdict.Pass, results.Verdict);
        Assert.Empty(results.Profiles.SelectMany(profile => profile.Sizes!.Goals
            .Where(cell => cell.IsMissing)
            .Select(cell => $"{profile.Profile.Name} {cell.Goal}")));
    }

    [Theory]
    [InlineData("PROC-18", "second group")]
    [InlineData("PROC-02", "second group")]
    [InlineData("TOP-05", "one processor more than the operating system can use")]
    [InlineData("MEM-01", "2 TiB")]
    [InlineData("TOP-01", "8 partitions")]
    public void A_run_of_small_cases_alone_is_inconclusive_and_says_what_is_missing(string id, string missing)
    {
        var rule = Rule(Run(() => new ReferenceServer(), new() { Profiles = [Windows], Cases = 30 }), id);
        Assert.Equal(Verdict.Inconclusive, rule.Verdict);
        Assert.Contains(missing, rule.Reason, StringComparison.Ordinal);
        Assert.InRange(rule.Reached, RuleResult.Enough, long.MaxValue);
    }

    [Theory]
    [InlineData("PROC-18")]
    [InlineData("TOP-05")]
    [InlineData("MEM-01")]
    public void A_small_server_that_is_right_conforms(string id)
    {
        var small = new ServerLimits
        {
            Partitions = 3,
            Processors = 6,
            MemoryModules = 6,
            IoHostBridges = 3,
            MemoryBytes = 16 * GiB,
        };
        var results = Run(() => new LimitedServer(small), new() { Profiles = SelfTestProfiles.All });
        Assert.All(results.Profiles, profile =>
            Assert.StartsWith("CONFORMANT", profile.Headline, StringComparison.Ordinal));
        Assert.Equal(Verdict.Pass, Rule(results, id).Verdict);
        var sizes = results.Profiles.Single(profile => profile.Profile == Windows).Sizes!;
        Assert.All(RuleCatalog.Get(id).ReachedAt, goal =>
            Assert.Contains("limits", sizes.Goals.Single(cell => cell.Goal == goal).Reason, StringComparison.Ordinal));
    }

    // Few units, but large ones: what is possible has to be reached.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_server_of_few_large_processors_comes_to_its_limit(ulong seed)
    {
        var limits = new ServerLimits { Processors = 14, MemoryModules = 8, MemoryBytes = 64L * 1024 * GiB };
        var results = Run(() => new LimitedServer(limits), new() { Profiles = [Windows], Seed = seed });
        Assert.Equal(Verdict.Pass, results.Verdict);
        SizeGoal[] wanted = [SizeGoal.FourthGroup, SizeGoal.ProcessorLimit, SizeGoal.StartBeyondProcessorLimit];
        Assert.All(wanted, goal => Assert.InRange(
            results.Profiles.Single().Sizes!.Goals.Single(cell => cell.Goal == goal).Cases, 1, 1000));
    }

    [Fact]
    public void A_server_of_single_processors_conforms_as_far_as_it_takes_them()
    {
        var claims = Claims.All.Without(Claim.SeveralLogicalProcessors);
        var limits = new ServerLimits { Processors = 80 };
        var results = Run(() => new LimitedServer(limits, claims), new() { Profiles = [Windows] });
        Assert.Equal(Verdict.Pass, results.Verdict);
        var goals = results.Profiles.Single().Sizes!.Goals.ToDictionary(cell => cell.Goal);
        Assert.NotNull(goals[SizeGoal.SecondGroup].Reason);
        Assert.NotNull(goals[SizeGoal.ProcessorLimit].Reason);
        Assert.Null(goals[SizeGoal.EightPartitions].Reason);
    }

    private static RuleResult Rule(RunResults results, string id) => results.Profiles
        .Single(profile => profile.Profile == Windows).Rules.Single(rule => rule.Rule == id);

    private static RunResults Run(Func<IPartitionableServer> create, SuiteOptions options) =>
        ConformanceSuite.Run(create, options with { Threads = 2 });
}
