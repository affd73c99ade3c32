using DhpConformance.Engine.Profiles;
using DhpConformance.Engine.Results;
using DhpConformance.Engine.Runs;
using DhpConformance.Model.Profiles;
using DhpConformance.Model.Rules;
using DhpConformance.Reference.Mutants;

namespace DhpConformance.SelfTests;

/// <summary>A server with one fault is caught under the rule that it breaks, and under no other.</summary>
public sealed class MutantsAreCaughtTests
{
    // Nearly all are caught by the first round; the rarest need the last.
    private static readonly int[] Rounds = [20, 200, 1000, 5000];

    public static TheoryData<string> Mutants => [.. MutantCatalog.All.Select(mutant => mutant.Name)];

    [Theory]
    [MemberData(nameof(Mutants))]
    public void A_mutant_is_caught_under_its_own_rule_and_no_other(string name)
    {
        var mutant = MutantCatalog.All.Single(one => one.Name == name);
        var rules = Rounds.Select(cases => RulesBrokenBy(mutant, cases)).FirstOrDefault(rules => rules.Count > 0);
        Assert.Equal([mutant.RuleId], rules ?? []);
    }

    [Fact]
    public void Every_rule_that_the_reference_is_judged_by_has_a_mutant()
    {
        var judged = ConformanceSuite
            .Run(() => new Reference.ReferenceServer(), new() { Profiles = SelfTestProfiles.All, Cases = 100 })
            .Profiles.SelectMany(profile => profile.Rules)
            .Where(rule => rule.Reason is null)
            .Select(rule => rule.Rule)
            .Distinct();
        Assert.Equal([], judged.Except(MutantCatalog.All.Select(mutant => mutant.RuleId)).Except(WithoutMutant));
    }

    // A case of seed 1 has windows-server-2008-x64 beside it, which has hot replace.
    [Fact]
    public void A_violation_beside_the_judged_profile_names_the_profile_of_its_partition()
    {
        var results = ConformanceSuite.Run(
            MutantCatalog.All.Single(mutant => mutant.Name == "accepts-larger-spare").Create,
            new() { Profiles = [ProfileCatalog.Find("windows-server-2003-sp1-x64")!] });
        var failure = Assert.Single(results.Profiles.Single().Failures);
        Assert.Equal("REP-01", failure.Rule);
        Assert.Contains("runs windows-server-2008-x64", failure.Subject, StringComparison.Ordinal);
    }

    // A server that dies or hangs is not a server with a fault, but a process with one: Hosting tests it.
    private static readonly string[] WithoutMutant = [RuleCatalog.Get("REF-07").Id];

    private static List<string> RulesBrokenBy(Mutant mutant, int cases)
    {
        var results = ConformanceSuite.Run(mutant.Create, new()
        {
            Profiles = SelfTestProfiles.All,
            Cases = cases,
            Shrink = false,
        });

        // No violation is dropped: a case that ended early fails its profile, whatever profile its partition runs.
        Assert.Equal(
            [],
            results.Profiles.Where(profile => profile.EndedEarly > 0 && profile.Verdict != Verdict.Fail)
                .Select(profile => profile.Headline));
        return
        [
            .. results.Profiles.SelectMany(profile => profile.Failures)
                .Select(failure => failure.Rule ?? $"none: {failure.Observed}").Distinct(),
        ];
    }
}
