using DhpConformance.Engine.Judging;
using DhpConformance.Engine.Smoke;
using DhpConformance.Model.Profiles;
using DhpConformance.Reference;
using DhpConformance.Reference.Mutants;

namespace DhpConformance.Tests.Engine.Smoke;

public sealed class SmokeTestTests
{
    /// <summary>The mutants that are too wrong even for a few requests.</summary>
    internal static IEnumerable<Mutant> Caught => MutantCatalog.All.Where(mutant => Violation(mutant) is not null);

    [Fact]
    public void The_reference_answers_every_request_rightly_one_of_them_a_refusal()
    {
        using var server = new ReferenceServer();
        var steps = SmokeTest.Run(server, ProfileCatalog.Find("windows-server-2008-x64")!).ToList();
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

    private static Violation? Violation(Mutant mutant)
    {
        using var server = mutant.Create();
        return SmokeTest.Run(server, ProfileCatalog.Find("windows-server-2008-x64")!).Last().Violation;
    }
}
