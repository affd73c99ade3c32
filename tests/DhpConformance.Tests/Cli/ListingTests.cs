using System.Text.Json;
using System.Text.Json.Nodes;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Profiles;
using DhpConformance.Model.Concurrency;
using DhpConformance.Model.Consumers;
using DhpConformance.Model.Profiles;
using DhpConformance.Model.Rules;
using DhpConformance.Reference.Consumers;
using DhpConformance.Reference.Mutants;
using DhpConformance.Reference.Variants;

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
        Assert.Equal(
            RuleCatalog.All.Select(rule => rule.Id).Concat(ConcurrencyRuleCatalog.All.Select(rule => rule.Id)),
            listed.Select(rule => (string)rule!["id"]!));
    }

    [Theory]
    [InlineData("REP-01", "REP-01")]
    [InlineData("rep-01 REP-03 REP-01", "REP-01 REP-03")]
    [InlineData("TRT-* REF-01", "REF-01 TRT-01")]
    [InlineData("lin-01", "LIN-01")]
    [InlineData("dyn-*", "DYN-02 DYN-03 DYN-05 DYN-06 DYN-09 DYN-13")]
    public void Rules_and_families_that_are_named_are_listed_alone(string names, string ids)
    {
        var listed = JsonNode.Parse(dhp.Run(["rules", .. names.Split(' '), "--format", "json"]).Output)!.AsArray();
        Assert.Equal(ids.Split(' '), listed.Select(rule => (string)rule!["id"]!));
    }

    [Fact]
    public void A_family_of_duties_is_listed_alone()
    {
        var listed = JsonNode.Parse(dhp.Run("rules", "C-APP-*", "--role", "consumer", "--format", "json").Output)!;
        Assert.Equal(
            ConsumerRuleCatalog.All.Where(rule => rule.Group == "C-APP").Select(rule => rule.Id),
            listed.AsArray().Select(rule => (string)rule!["id"]!));
    }

    [Theory]
    [InlineData("rules ROP-*", "There is no family of rules ROP-*; the families are TOP-*, DYN-*,")]
    [InlineData("rules ROP-*", "Did you mean TOP-*?")]
    [InlineData(
        "run --rule LIN-01", "LIN-01 is about overlapping requests; `dhp run --clients 3` judges all such rules.")]
    [InlineData("rules REP-99", "There is no rule REP-99; `dhp rules` lists them all. Did you mean REP-0")]
    [InlineData("rules REP", "There is no rule REP; `dhp rules` lists them all. Did you mean REP-*?")]
    [InlineData("rules REP-01 --role consumer", "There is no rule REP-01 for consumers; `dhp rules --role consumer`")]
    [InlineData("mutants ROP-*", "There is no family of rules ROP-*;")]
    [InlineData("run --rule REP-* ROP-*", "There is no family of rules ROP-*;")]
    [InlineData("run --role consumer --rule C-REP-*", "There is no family of rules for consumers C-REP-*;")]
    [InlineData("explain REB-99", "There is no rule REB-99; `dhp rules` and `dhp rules --role consumer` list")]
    [InlineData("explain C-REB-91", "Did you mean C-REB-01?")]
    [InlineData("mutants --format yaml", "The format \"yaml\" is unknown; write table, json or markdown.")]
    public void A_rule_or_family_that_does_not_exist_is_bad_input(string arguments, string sentence) =>
        dhp.Run(arguments.Split(' ')).AssertError(5, sentence);

    [Fact]
    public void All_mutants_are_listed()
    {
        var listed = JsonNode.Parse(dhp.Run("mutants", "--format", "json").Output)!.AsArray();
        Assert.Equal(
            MutantCatalog.All.Concat(ConcurrencyMutants.All).Select(one => one.Name),
            listed.Select(one => (string)one!["name"]!));
        Assert.All(MutantCatalog.All.Concat(ConcurrencyMutants.All), one => Assert.Contains(
            one.Name, dhp.Run("mutants", one.RuleId).Output, StringComparison.Ordinal));
        var consumers = dhp.Run("mutants", "--role", "consumer", "--format", "markdown").Output;
        Assert.All(ReferenceConsumers.Mutants, one => Assert.Contains(one.Name, consumers, StringComparison.Ordinal));
    }

    [Fact]
    public void All_variants_are_listed_with_the_rules_that_leave_them_their_freedom()
    {
        var listed = JsonNode.Parse(dhp.Run("variants", "--format", "json").Output)!.AsArray();
        Assert.Equal(VariantCatalog.All.Select(one => one.Name), listed.Select(one => (string)one!["name"]!));
        Assert.All(VariantCatalog.All, one =>
        {
            Assert.NotEmpty(one.Rules);
            Assert.All(one.Rules, rule => Assert.NotNull(RuleCatalog.Find(rule)));
        });
    }

    [Theory]
    [InlineData("rules")]
    [InlineData("rules --role consumer")]
    [InlineData("mutants")]
    [InlineData("variants")]
    [InlineData("profiles")]
    [InlineData("explain ADD-04")]
    [InlineData("run --cases 10")]
    public void What_is_piped_fits_into_a_hundred_columns(string arguments)
    {
        var lines = dhp.Run(arguments.Split(' ')).Output.Split('\n');
        var told = lines.Where(line => line.StartsWith("Left out for want of room: ", StringComparison.Ordinal));
        Assert.Equal(arguments is "rules" or "rules --role consumer" or "profiles" or "run --cases 10", told.Any());
        Assert.All(lines.Where(IsTable), line => Assert.InRange(line.TrimEnd().Length, 0, 100));
    }

    [Fact]
    public void Several_profiles_and_rules_can_be_named_with_commas()
    {
        string[] rules = ["--rule", "REP-01,DYN-*", "--cases", "1"];
        var output = dhp.Run(["run", "--profile", "windows-2000, windows-server-2003", .. rules]).Output;
        Assert.Contains("for windows-2000: judged", output, StringComparison.Ordinal);
        Assert.Contains("for windows-server-2003: judged", output, StringComparison.Ordinal);
        dhp.Run(["run", "--profile", "windows-2000,nobody", .. rules]).AssertError(5, "There is no profile nobody;");
        dhp.Run("run", "--rule", "REP-01,REP-99").AssertError(5, "There is no rule REP-99;");
        dhp.Run("run", "--profile", ",").AssertError(5, "There is no profile ,;");
    }

    [Fact]
    public void The_name_of_a_profile_is_never_broken_in_two() => Assert.All(Enumerable.Range(20, 7), length =>
    {
        var profile = ProfileCatalog.All[0] with { Name = new string('x', length) };
        dhp.Folder.Write("x.json", JsonSerializer.Serialize(profile, VocabularyJson.Default.Profile));
        var lines = dhp.Run("run", "--cases", "1", "--profile", "x.json").Output.Split('\n');
        Assert.Contains(lines, line => line.StartsWith($"  {profile.Name} ", StringComparison.Ordinal));
    });

    // Sentences of a run are as long as they are; a terminal breaks them.
    private static bool IsTable(string line) => line.StartsWith(' ') || line.StartsWith('─');

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
