using System.Collections.Immutable;
using System.Text.Json;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Campaigns;
using DhpConformance.Engine.Results;
using DhpConformance.Engine.Runs;
using DhpConformance.Model.Profiles;
using DhpConformance.Reference;
using DhpConformance.Reference.Mutants;

namespace DhpConformance.CampaignTests;

/// <summary>What is counted of a campaign, in whatever order it comes, says what one process says.</summary>
public sealed class LedgerTests
{
    private static readonly RunTimes Times = new(DateTimeOffset.UnixEpoch, 0, 1);

    public static TheoryData<string, int> Servers => new()
    {
        { "reference", 1 },
        { "accepts-larger-spare", 2 },
        { "accepts-adds", 3 },
        { "breaking", 4 },
    };

    [Theory]
    [MemberData(nameof(Servers))]
    public void Batches_in_any_order_some_of_them_twice_give_the_results_of_one_process(string name, int seed)
    {
        var (create, plan) = PlanOf(name);
        var random = new Random(seed);
        var campaign = new CampaignLedger(plan);
        var execution = new CampaignExecution(plan, create);
        using (var slot = execution.Open())
        {
            while (!campaign.IsCounted)
            {
                foreach (var unit in Undone(campaign, random))
                {
                    var batch = slot.Execute(unit, CancellationToken.None)!;
                    var isNew = !campaign.IsDone(unit);
                    Assert.Equal(isNew, campaign.Count(unit, batch));
                    Assert.False(campaign.Count(unit, batch));
                    campaign = random.Next(4) == 0 ? WrittenAndRead(campaign, plan) : campaign;
                }
            }
        }

        foreach (var (profile, found) in campaign.Findings())
        {
            campaign.Explain(profile, found, execution.Explain(profile, found, CancellationToken.None)!);
        }

        SameResults.Assert(
            ConformanceSuite.Run(create, plan.Options()), WrittenAndRead(campaign, plan).Conclude(Times));
    }

    [Fact]
    public void A_profile_that_is_given_up_makes_those_after_it_give_up_sooner()
    {
        var (create, plan) = PlanOf("breaking");
        var profiles = ConformanceSuite.Run(create, plan.Options()).Profiles;
        Assert.True(profiles[1].Cases < profiles[0].Cases, "Nothing has to be begun again.");
    }

    [Fact]
    public void A_batch_that_is_missing_is_not_taken_for_counted()
    {
        var (create, plan) = PlanOf("reference");
        var campaign = new CampaignLedger(plan);
        using var slot = new CampaignExecution(plan, create).Open();
        for (var place = 1L; place < campaign.Units; place++)
        {
            campaign.Count(campaign.At(place), slot.Execute(campaign.At(place), CancellationToken.None)!);
        }

        Assert.False(campaign.IsCounted);
        campaign.Count(campaign.At(0), slot.Execute(campaign.At(0), CancellationToken.None)!);
        Assert.True(campaign.IsCounted);
    }

    [Fact]
    public void Results_of_another_seed_are_noticed()
    {
        var (create, plan) = PlanOf("reference");
        Assert.False(SameResults.Are(
            ResultsJson.Text(ConformanceSuite.Run(create, plan.Options())),
            ResultsJson.Text(ConformanceSuite.Run(create, plan.Options() with { Seed = 2 }))));
    }

    [Fact]
    public void Plans_that_differ_say_in_what()
    {
        var (_, plan) = PlanOf("reference");
        Assert.Null(plan.Difference(plan with { }));
        Assert.Equal(("seed", "1", "7"), plan.Difference(plan with { Seed = 7 }));
        Assert.Equal(
            "content of profiles, remarks and known failures",
            plan.Difference(plan with { KnownFailures = [new("REP-01", "why", "where")] })!.Value.What);
    }

    [Fact]
    public void Another_implementation_says_in_what_it_differs()
    {
        var (_, plan) = PlanOf("reference");
        var own = plan.Description();
        Assert.Null(plan.Difference(own));
        Assert.Contains("here is version 9", plan.Difference(own with { Version = "9" }), StringComparison.Ordinal);
        Assert.Contains("here is other", plan.Difference(own with { Name = "other" }), StringComparison.Ordinal);
        Assert.Contains(
            "and nothing here", plan.Difference(own with { Claims = Claims.None }), StringComparison.Ordinal);
        Assert.Contains(
            "Partitions = 3",
            plan.Difference(own with { Limits = new() { Partitions = 3 } }),
            StringComparison.Ordinal);
    }

    internal static (Func<IPartitionableServer> Create, CampaignPlan Plan) PlanOf(string name, int cases = 40)
    {
        Func<IPartitionableServer> create = name switch
        {
            "reference" => () => new ReferenceServer(),
            "breaking" => () => new BreakingServer(),
            _ => MutantCatalog.All.Single(mutant => mutant.Name == name).Create,
        };
        var options = new SuiteOptions
        {
            Profiles = [ProfileCatalog.Find("windows-2000")!, ProfileCatalog.Find("windows-server-2008-x64")!],
            Cases = cases,
            Source = name,
        };
        return (create, CampaignPlan.Of(CampaignPlan.Describe(create, CancellationToken.None), options));
    }

    private static ImmutableArray<UnitOfWork> Undone(CampaignLedger campaign, Random random)
    {
        var units = Enumerable.Range(0, (int)campaign.Units)
            .Select(place => campaign.At(place))
            .Where(unit => !campaign.IsDone(unit))
            .ToArray();
        random.Shuffle(units);
        return [.. units];
    }

    private static CampaignLedger WrittenAndRead(CampaignLedger campaign, CampaignPlan plan)
    {
        var text = JsonSerializer.Serialize(campaign.Written(), CampaignJson.Default.WrittenCampaign);
        var read = new CampaignLedger(plan);
        read.Take(JsonSerializer.Deserialize(text, CampaignJson.Default.WrittenCampaign)!);
        return read;
    }
}
