using DhpConformance.Engine.Campaigns;
using DhpConformance.Engine.Profiles;
using DhpConformance.Engine.Results;
using DhpConformance.Reference;

namespace DhpConformance.SelfTests;

/// <summary>A server that keeps every rule is told so, whatever it runs.</summary>
public sealed class ReferenceConformsTests
{
    public static TheoryData<string> Profiles => [.. SelfTestProfiles.All.Select(profile => profile.Name)];

    [Theory]
    [MemberData(nameof(Profiles))]
    public void The_reference_keeps_every_rule_and_each_could_be_judged(string name)
    {
        var results = ConformanceSuite.Run(() => new ReferenceServer(), new()
        {
            Profiles = [SelfTestProfiles.All.Single(profile => profile.Name == name)],
        });
        var profile = Assert.Single(results.Profiles);
        Assert.Empty(profile.Failures);
        Assert.All(profile.Rules, rule => Assert.Contains(
            rule.Verdict, new[] { Verdict.Pass, Verdict.NotClaimed, Verdict.NotTestable }));
        Assert.StartsWith($"CONFORMANT to {name}: ", profile.Headline, StringComparison.Ordinal);
    }
}
