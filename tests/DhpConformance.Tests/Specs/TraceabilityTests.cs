using DhpConformance.Model.Rules;
using DhpConformance.Tests.House;

namespace DhpConformance.Tests.Specs;

/// <summary>From a sentence in a document to the rule that holds a server to it, and back: no gap.</summary>
public sealed class TraceabilityTests
{
    private const string Facts = "specs/sources.md";
    private const string Decisions = "specs/decisions/gaps.md";

    public static TheoryData<string> Groups => [.. SpecsFolder.RulePages.Keys];

    [Fact]
    public void Every_group_of_the_catalogue_is_in_the_index_of_pages() =>
        Assert.All(
            RuleCatalog.All.Select(rule => rule.Group).Distinct(),
            group => Assert.True(SpecsFolder.RulePages.ContainsKey(group), $"specs/rules/README.md lacks {group}."));

    [Fact]
    public void Every_page_of_rules_is_in_the_index() =>
        Assert.Equal(
            SpecsFolder.RulePages.Values.Append("specs/rules/README.md").Order(StringComparer.Ordinal),
            SpecsFolder.Pages.Where(page => page.StartsWith("specs/rules/", StringComparison.Ordinal)));

    [Theory]
    [MemberData(nameof(Groups))]
    public void A_page_has_a_heading_for_each_rule_in_the_order_of_the_catalogue(string group) =>
        Assert.Equal(RulesOf(group).Select(rule => rule.Id), PageOf(group).Sections.Select(section => section.Id));

    [Theory]
    [MemberData(nameof(Groups))]
    public void A_page_states_each_rule_as_the_catalogue_does(string group) =>
        Approved.Matches(SpecsFolder.RulePages[group], PageOf(group).With(RulesOf(group)));

    [Theory]
    [MemberData(nameof(Groups))]
    public void A_page_says_why_each_rule_is_there(string group) =>
        Assert.All(
            RulesOf(group).Where(rule => rule.NotTestable is null),
            rule => Assert.True(HasProse(group, rule), $"{rule.Id} has no word of explanation on its page."));

    [Fact]
    public void Every_source_of_a_rule_is_listed() =>
        Problems.None(
            from rule in RuleCatalog.All
            from source in rule.Sources
            where !Ids.Sources.Contains(source)
            select $"{rule.Id}: {source}");

    [Fact]
    public void Every_id_on_a_page_or_in_the_code_names_something() =>
        Problems.None(
            from file in SourceFile.Below("specs", "*.md").Concat(SourceFile.Below("src"))
            from id in Ids.Unknown(file.Text)
            select $"{file.Name}: there is no {id}");

    [Theory]
    [InlineData("TOP-04, DHP-TOP-04, G-01 and ISO-88 are fine")]
    [InlineData("no TOP-99", "TOP-99")]
    [InlineData("LIN-01 and G-100, and no LIN-99", "LIN-99")]
    [InlineData("no DHP-TOP-99 and no G-20", "DHP-TOP-99", "G-20")]
    public void An_id_that_names_nothing_is_noticed(string text, params string[] unknown) =>
        Assert.Equal(unknown, Ids.Unknown(text));

    [Theory]
    [InlineData(Facts)]
    [InlineData(Decisions)]
    public void Facts_and_decisions_name_the_rules_that_rest_on_them(string file) =>
        Approved.Matches(file, RuleReferences.Update(SpecsFolder.Read(file), file, RuleCatalog.All));

    [Theory]
    [InlineData(Facts)]
    [InlineData(Decisions)]
    public void What_has_no_rule_has_a_reason(string file) =>
        Assert.All(
            RuleReferences.RowsOf(SpecsFolder.Read(file)),
            row => Assert.True(row.Value[^1].Length > 0, $"{row.Key} has neither a rule nor a reason."));

    [Fact]
    public void What_a_server_shows_has_a_rule_or_is_not_testable()
    {
        var visible = RuleReferences.RowsOf(SpecsFolder.Read(Facts)).Values.Where(row => row[3] is "yes" or "partly");
        Assert.All(visible, row => Assert.Matches(@"^(\[[A-Z]+-\d\d\]|not testable: )", row[^1]));
    }

    private static Rule[] RulesOf(string group) => [.. RuleCatalog.All.Where(rule => rule.Group == group)];

    private static RulePage PageOf(string group) => RulePage.Parse(SpecsFolder.Read(SpecsFolder.RulePages[group]));

    private static bool HasProse(string group, Rule rule) =>
        PageOf(group).Sections.Single(section => section.Id == rule.Id).Prose is { Length: > 0 } prose
        && !prose.StartsWith("## ", StringComparison.Ordinal);
}
