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
    [InlineData("windows-2000", 32, 1)]
    [InlineData("windows-server-2003", 32, 1)]
    [InlineData("windows-server-2003-sp1-x86", 32, 1)]
    [InlineData("windows-server-2003-sp1-x64", 64, 1)]
    [InlineData("windows-server-2003-sp1-ia64", 64, 1)]
    [InlineData("windows-server-2008-x86", 32, 1)]
    [InlineData("windows-server-2008-x64", 256, 4)]
    [InlineData("windows-server-2008-ia64", 256, 4)]
    public void The_results_show_how_large_the_cases_of_a_profile_became(string name, int processors, int groups)
    {
        var profile = ProfileCatalog.Find(name)!;
        var sizes = Run(() => new ReferenceServer(), new() { Profiles = [profile] }).Profiles.Single().Sizes!;
        Assert.Equal((processors, groups, 8), (
            sizes.Largest.ActiveProcessors, sizes.Largest.Groups, sizes.Largest.Partitions));
        Assert.InRange(sizes.Largest.MemoryBytes, (2048 * GiB) + 1, long.MaxValue);
        Assert.InRange(sizes.Largest.HotOperations, 301, 1000);
        Assert.InRange(sizes.Largest.CarriedOut, profile.Capabilities.IsEmpty ? 0 : 301, 1000);
        var hotAdds = profile.Supports(HotOperation.Add, UnitKind.Processor);
        SizeGoal[] reached = [SizeGoal.ProcessorLimit, SizeGoal.StartBeyondProcessorLimit];
        SizeGoal[] added = hotAdds ? [SizeGoal.AddBeyondProcessorLimit] : [];
        Assert.All(reached.Concat(added), goal => Assert.InRange(Cases(sizes, goal), 3, 1000));
    }

    [Fact]
    public void Without_a_lower_limit_of_the_operating_system_more_than_256_processors_are_active()
    {
        var sizes = Run(() => new ReferenceServer(), new()
        {
            Profiles = [Windows with { Name = "large", ProcessorLimit = 2048 }],
        }).Profiles.Single().Sizes!;
        Assert.InRange(sizes.Largest.ActiveProcessors, 257, 2048);
        Assert.InRange(Cases(sizes, SizeGoal.ProcessorsBeyondFourGroups), 1, 1000);
    }

    [Fact]
    public void Each_case_is_in_one_band_of_each_size_and_each_answer_is_counted()
    {
        var profile = Run(() => new ReferenceServer(), new() { Profiles = [Windows], Cases = 100 }).Profiles.Single();
        Assert.Equal(Enum.GetValues<SizeMeasure>(), profile.Sizes!.Distributions.Select(one => one.Of));
        Assert.All(profile.Sizes.Distributions, one => Assert.Equal(100, one.Bands.Sum(band => band.Cases)));
        Assert.Equal(profile.Operations, profile.Sizes.Outcomes.Sum(cell => cell.Count));
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

    private static int Cases(ReachedSizes sizes, SizeGoal goal) =>
        sizes.Goals.Single(cell => cell.Goal == goal).Cases;

    private static RuleResult Rule(RunResults results, string id) => results.Profiles
        .Single(profile => profile.Profile == Windows).Rules.Single(rule => rule.Rule == id);

    private static RunResults Run(Func<IPartitionableServer> create, SuiteOptions options) =>
        ConformanceSuite.Run(create, options with { Threads = 2 });
}
