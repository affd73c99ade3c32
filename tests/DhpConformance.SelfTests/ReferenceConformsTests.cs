using DhpConformance.Engine.Profiles;
using DhpConformance.Engine.Results;
using DhpConformance.Engine.Runs;
using DhpConformance.Model.Rules;
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
            rule.Verdict, new[] { Verdict.Pass, Verdict.NotClaimed, Verdict.NotApplicable, Verdict.NotTestable }));
        Assert.StartsWith($"CONFORMANT to {name}: ", profile.Headline, StringComparison.Ordinal);
    }

    // Most requests were refused once, as in use, not running or limit exceeded: then little is done to the server.
    [Fact]
    public void At_least_a_third_of_the_hot_operations_are_carried_out_where_all_are_supported()
    {
        var results = ConformanceSuite.Run(() => new ReferenceServer(), new()
        {
            Profiles = [SelfTestProfiles.All.Single(profile => profile.Name == "windows-server-2008-x64")],
        });
        var hot = results.Profiles.Single().Coverage
            .Where(cell =>
                cell.Operation is OperationKind.HotAdd or OperationKind.HotReplace or OperationKind.HotRemove)
            .ToLookup(cell => cell.Required.StartsWith("refused", StringComparison.Ordinal), cell => cell.Count);
        Assert.InRange(hot[false].Sum(), hot[true].Sum() / 2, long.MaxValue);
    }
}
