using DhpConformance.Engine.Judging;
using DhpConformance.Engine.Smoke;
using DhpConformance.Model.Profiles;
using DhpConformance.Reference;
using DhpConformance.Reference.Mutants;
using DhpConformance.Tests.Engine.Runs;

namespace DhpConformance.Tests.Engine.Smoke;

public sealed class SmokeTestTests
{
    /// <summary>The mutants that are too wrong even for a few requests.</summary>
    internal static IEnumerable<Mutant> Caught => MutantCatalog.All.Where(mutant => Violation(mutant) is not null);

    [Fact]
    public void The_reference_answers_every_request_rightly_one_of_them_a_refusal()
    {
        var profile = ProfileCatalog.Find("windows-server-2008-x64")!;
        var steps = SmokeTest.Run(() => new ReferenceServer(), profile).ToList();
        Assert.All(steps, step => Assert.Null(step.Violation));
        Assert.Equal(
            ["", "completed", "completed", "completed", "refused (in use)"], steps.Select(step => step.Required));
    }

    [Fact]
    public void A_server_that_gets_one_of_them_wrong_is_told_under_its_own_rule()
    {
        Assert.NotEmpty(Caught);
        Assert.All(Caught, mutant => Assert.Equal(mutant.RuleId, Violation(mutant)!.Rule));
    }

    [Fact]
    public void What_an_earlier_request_has_left_behind_is_told_as_that_and_no_rule_is_blamed()
    {
        Func<BrokenServer> create = () =>
        {
            var resets = 0;
            return new()
            {
                Resetting = () => resets++,
                Seen = observation => resets > 2 ? observation with { PoweredOn = false } : observation,
            };
        };
        var violation = SmokeTest.Run(create, ProfileCatalog.Find("windows-server-2008-x64")!).Last().Violation!;
        Assert.Null(violation.Rule);
        Assert.StartsWith(
            "something of an earlier case has survived the reset: ", violation.Observed, StringComparison.Ordinal);
    }

    private static Violation? Violation(Mutant mutant) =>
        SmokeTest.Run(mutant.Create, ProfileCatalog.Find("windows-server-2008-x64")!).Last().Violation;
}
