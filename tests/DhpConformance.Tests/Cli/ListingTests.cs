using System.Text.Json.Nodes;
using DhpConformance.Engine.Profiles;
using DhpConformance.Model.Rules;

namespace DhpConformance.Tests.Cli;

public sealed class ListingTests : IDisposable
{
    private readonly Dhp dhp = new();

    [Theory]
    [InlineData("table")]
    [InlineData("markdown")]
    public void All_rules_are_listed(string format)
    {
        var answer = dhp.Run("rules", "--format", format);
        Assert.Equal(0, answer.Code);
        Assert.All(RuleCatalog.All, rule => Assert.Contains(rule.Id, answer.Output, StringComparison.Ordinal));
    }

    [Fact]
    public void All_rules_are_listed_as_json()
    {
        var listed = JsonNode.Parse(dhp.Run("rules", "--format", "json").Output)!.AsArray();
        Assert.Equal(RuleCatalog.All.Select(rule => rule.Id), listed.Select(rule => (string)rule!["id"]!));
    }

    [Theory]
    [InlineData("table")]
    [InlineData("markdown")]
    [InlineData("json")]
    public void All_profiles_are_listed(string format)
    {
        var answer = dhp.Run("profiles", "--format", format);
        Assert.Equal(0, answer.Code);
        Assert.All(SelfTestProfiles.All, one => Assert.Contains(one.Name, answer.Output, StringComparison.Ordinal));
    }

    [Fact]
    public void The_profile_that_is_no_Windows_is_marked() => Assert.Contains(
        "hot-everything (for judging, no Windows)", dhp.Run("profiles").Output, StringComparison.Ordinal);

    public void Dispose() => dhp.Dispose();
}
