using DhpConformance.Model.Rules;

namespace DhpConformance.Tests.Specs;

public sealed class RuleReferencesTests
{
    private const string Page =
        """
        | Fact | In short | Rules |
        |---|---|---|
        | DHP-TOP-01 | one | [TOP-01], [TOP-02] |
        | DHP-TOP-02 | two | driver under test |

        [TOP-01]: rules/topology-and-isolation.md#top-01
        [TOP-02]: rules/topology-and-isolation.md#top-02

        """;

    private static readonly Rule[] Rules =
    [
        new("TOP-01", "One.") { Sources = ["DHP-TOP-01"] },
        new("TOP-02", "Two.") { Sources = ["DHP-TOP-01", "G-01"] },
        new("TOP-03", "Three.") { Sources = ["G-01"] },
    ];

    [Fact]
    public void A_page_that_agrees_stays_as_it_is() => Assert.Equal(Page, Update(Page));

    [Theory]
    [InlineData("[TOP-01], [TOP-02] |", "[TOP-02] |")]
    [InlineData("[TOP-01], [TOP-02] |", "notifications: later |")]
    [InlineData("#top-02", "#top-03")]
    [InlineData("[TOP-01]: rules/topology-and-isolation.md#top-01\n", "")]
    public void A_reference_that_is_missing_or_wrong_is_noticed(string text, string other) =>
        Assert.Equal(Page, Update(Page.Replace(text, other, StringComparison.Ordinal)));

    [Fact]
    public void A_reference_to_a_rule_that_does_not_name_the_source_goes()
    {
        var page = Update(Page.Replace("driver under test", "[TOP-03]", StringComparison.Ordinal));
        Assert.Contains("| DHP-TOP-02 | two | |", page, StringComparison.Ordinal);
        Assert.DoesNotContain("TOP-03", page, StringComparison.Ordinal);
        Assert.Equal("", RuleReferences.RowsOf(page)["DHP-TOP-02"][^1]);
    }

    private static string Update(string page) => RuleReferences.Update(page, "specs/sources.md", Rules);
}
