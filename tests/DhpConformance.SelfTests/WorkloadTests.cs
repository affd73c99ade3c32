using System.Text.Json;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Cases;
using DhpConformance.Engine.Profiles;
using DhpConformance.Engine.Results;
using DhpConformance.Engine.Runs;
using DhpConformance.Model.Profiles;
using DhpConformance.Model.Rules;
using DhpConformance.Reference;

namespace DhpConformance.SelfTests;

/// <summary>Each workload lets more of the cases do what it is named for.</summary>
public sealed class WorkloadTests
{
    private static readonly Profile Windows = ProfileCatalog.Find("windows-server-2008-x64")!;

    private static readonly Profile Everything = SelfTestProfiles.HotEverything;

    public static TheoryData<Workload> All => [.. Enum.GetValues<Workload>()];

    [Theory]
    [MemberData(nameof(All))]
    public void The_reference_keeps_every_rule_and_each_could_be_judged(Workload workload)
    {
        var results = Run(Windows, workload, threads: 2);
        Assert.StartsWith("CONFORMANT", results.Profiles.Single().Headline, StringComparison.Ordinal);
        Assert.Equal(workload, results.Settings.Workload);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void The_reference_breaks_no_rule_where_everything_can_be_done_while_it_runs(Workload workload) =>
        Assert.Empty(Run(Everything, workload, threads: 2).Profiles.Single().Failures);

    [Theory]
    [MemberData(nameof(All))]
    public void The_same_seed_and_workload_give_the_same_cases_on_any_number_of_threads(Workload workload) =>
        Assert.Equal(Json(Run(Windows, workload, 1, cases: 100)), Json(Run(Windows, workload, 3, cases: 100)));

    [Fact]
    public void In_a_churn_units_come_and_go_and_come_back()
    {
        var (usual, churn) = (Sizes(Workload.Default, Everything), Sizes(Workload.Churn, Everything));
        Assert.InRange(Completed(churn, OperationKind.HotRemove), 2 * Completed(usual, OperationKind.HotRemove), 1e9);
        Assert.InRange(Completed(churn, OperationKind.HotAdd), 1.25 * Completed(usual, OperationKind.HotAdd), 1e9);
    }

    [Fact]
    public void In_a_burst_there_are_many_hot_adds()
    {
        var (usual, burst) = (Sizes(Workload.Default, Windows), Sizes(Workload.Burst, Windows));
        Assert.InRange(ShareOfAdds(burst), 1.3 * ShareOfAdds(usual), 1);
        Assert.InRange(Completed(burst, OperationKind.HotAdd), 1.4 * Completed(usual, OperationKind.HotAdd), 1e9);
    }

    [Fact]
    public void In_a_soak_there_are_hundreds_of_hot_operations_without_a_stop()
    {
        var (usual, soak) = (Long(Sizes(Workload.Default, Windows)), Long(Sizes(Workload.Soak, Windows)));
        Assert.InRange(soak, 7 * usual, 1000);
    }

    // What several accepted operations under way may have done is all judged; a server that accepts is right.
    [Theory]
    [InlineData(Workload.Churn)]
    [InlineData(Workload.Burst)]
    [InlineData(Workload.Soak)]
    public void A_server_that_accepts_breaks_no_rule(Workload workload)
    {
        var results = ConformanceSuite.Run(
            Reference.Variants.VariantCatalog.All.Single(one => one.Name == "accepts-at-random").Create,
            new() { Profiles = [Windows], Cases = 60, Workload = workload, Threads = 2 });
        Assert.Empty(results.Profiles.SelectMany(profile => profile.Failures).Select(failure =>
            $"{failure.Rule}: expected {failure.Expected}, observed {failure.Observed}"));
        Assert.Contains(results.Profiles[0].Sizes!.Outcomes, cell => cell.Outcome == OutcomeKind.Accepted);
    }

    private static double Completed(ReachedSizes sizes, OperationKind operation) => sizes.Outcomes
        .Where(cell => cell.Operation == operation && cell.Outcome == OutcomeKind.Completed).Sum(cell => cell.Count);

    private static double ShareOfAdds(ReachedSizes sizes) =>
        (double)sizes.Outcomes.Where(cell => cell.Operation == OperationKind.HotAdd).Sum(cell => cell.Count)
        / sizes.Outcomes.Sum(cell => cell.Count);

    private static int Long(ReachedSizes sizes) => sizes.Distributions
        .Single(one => one.Of == SizeMeasure.HotOperations).Bands[^1].Cases;

    private static ReachedSizes Sizes(Workload workload, Profile profile) =>
        Run(profile, workload, threads: 2, cases: 300).Profiles.Single().Sizes!;

    private static RunResults Run(
        Profile profile, Workload workload, int threads, int cases = SuiteOptions.DefaultCases) =>
        ConformanceSuite.Run(
            () => new ReferenceServer(),
            new() { Profiles = [profile], Workload = workload, Threads = threads, Cases = cases });

    private static string Json(RunResults results) => JsonSerializer.Serialize(
        results with { Times = new(default, 0, 0) }, ResultsJson.Default.RunResults);
}
