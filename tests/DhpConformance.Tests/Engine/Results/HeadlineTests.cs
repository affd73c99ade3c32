using System.Globalization;
using System.Text.RegularExpressions;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Profiles;
using DhpConformance.Engine.Results;
using DhpConformance.Engine.Runs;
using DhpConformance.Reference;
using DhpConformance.Reference.Mutants;

namespace DhpConformance.Tests.Engine.Results;

/// <summary>The numbers of a headline are those of all rules, each counted once.</summary>
public sealed class HeadlineTests
{
    public static TheoryData<string> Profiles => [.. SelfTestProfiles.All.Select(profile => profile.Name)];

    [Theory]
    [MemberData(nameof(Profiles))]
    public void They_add_up_whatever_is_claimed(string name)
    {
        foreach (var claims in new[] { Claims.All, Claims.None, Claims.Of(Claim.HotReplace, Claim.Quiescence) })
        {
            AddUp(Run(name, () => Claiming(claims), 100));
        }
    }

    [Theory]
    [MemberData(nameof(Profiles))]
    public void They_add_up_with_failures_and_what_is_open(string name) =>
        AddUp(Run(name, Broken.Create, 20));

    [Fact]
    public void What_a_profile_lacks_and_what_nobody_can_see_and_what_is_not_claimed_are_told_apart()
    {
        var rules = Run("windows-server-2003-sp1-x64", () => Claiming(Claims.None), 1).Rules
            .ToDictionary(rule => rule.Rule, rule => rule.Verdict);
        Assert.Equal(Verdict.NotApplicable, rules["REP-01"]);
        Assert.Equal(Verdict.NotTestable, rules["TOP-12"]);
        Assert.Equal(Verdict.NotClaimed, rules["TOP-02"]);
    }

    [Theory]
    [InlineData("judged 3 of 5 rules; 1 pass, 1 fail (1 may), 1 inconclusive, 0 error; 1 not claimed, 0 not applicable,"
        + " 1 not testable", true)]
    [InlineData("judged 3 of 5 rules; 1 pass, 1 fail, 0 inconclusive, 0 error; 1 not claimed, 0 not applicable, "
        + "1 not testable", false)]
    [InlineData("judged 3 of 5 rules; 1 pass, 1 fail, 1 inconclusive, 0 error; 1 not claimed, 0 not applicable, "
        + "0 not testable", false)]
    public void Numbers_that_do_not_add_up_are_noticed(string headline, bool expected) =>
        Assert.Equal(expected, DoesAddUp(headline, 5));

    private static Mutant Broken => MutantCatalog.All.Single(mutant => mutant.Name == "accepts-larger-spare");

    private static ReferenceServer Claiming(Claims claims) => new(new ServerComposition { Claims = claims });

    private static void AddUp(ProfileResult profile)
    {
        Assert.True(DoesAddUp(profile.Headline, profile.Rules.Length), profile.Headline);
        foreach (var verdict in Enum.GetValues<Verdict>())
        {
            Assert.Equal(
                profile.Rules.Count(rule => rule.Verdict == verdict),
                Number(profile.Headline, $"(?<n>[0-9]+) {Words.Of(verdict)}"));
        }
    }

    private static bool DoesAddUp(string headline, int rules)
    {
        var counts = Enum.GetValues<Verdict>()
            .ToDictionary(verdict => verdict, verdict => Number(headline, $"(?<n>[0-9]+) {Words.Of(verdict)}"));
        return counts.Values.Sum() == rules
            && counts.Where(one => one.Key.IsJudged()).Sum(one => one.Value) == Number(headline, "judged (?<n>[0-9]+)")
            && Number(headline, " of (?<n>[0-9]+) rules") == rules;
    }

    private static int Number(string headline, string pattern) => int.Parse(
        Regex.Match(headline, pattern).Groups["n"].Value, CultureInfo.InvariantCulture);

    private static ProfileResult Run(string profile, Func<IPartitionableServer> create, int cases) =>
        ConformanceSuite.Run(create, new SuiteOptions
        {
            Profiles = [SelfTestProfiles.Find(profile)!],
            Cases = cases,
            Shrink = false,
        }).Profiles.Single();
}
