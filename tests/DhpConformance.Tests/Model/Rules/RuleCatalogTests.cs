using DhpConformance.Model.Rules;

namespace DhpConformance.Tests.Model.Rules;

public sealed class RuleCatalogTests
{
    [Fact]
    public void No_two_rules_share_an_id() =>
        Assert.Equal(RuleCatalog.All.Length, RuleCatalog.All.Select(rule => rule.Id).Distinct().Count());

    [Fact]
    public void A_rule_is_put_to_the_test_in_one_way_or_says_why_it_cannot_be() =>
        Assert.All(
            RuleCatalog.All,
            rule => Assert.Single(
                [
                    rule.Reached is not null,
                    !rule.ReachedOn.IsEmpty,
                    rule.IsAboutTraits,
                    rule.NotTestable is not null,
                ],
                way => way));

    [Fact]
    public void Every_occasion_reaches_a_rule() =>
        Assert.Empty(Enum.GetValues<CoverageGoal>().Except(RuleCatalog.All.SelectMany(rule => rule.ReachedOn)));

    [Fact]
    public void Every_rule_names_a_source() =>
        Assert.All(RuleCatalog.All, rule => Assert.NotEmpty(rule.Sources));

    [Fact]
    public void A_rule_that_no_document_states_is_derived() =>
        Problems.None(RuleCatalog.All.Where(IsOnlyOurs).Select(rule => $"{rule.Id} is not marked as derived."));

    [Theory]
    [InlineData(true, false, "G-50")]
    [InlineData(true, false, "G-50", "G-51")]
    [InlineData(true, false, "ISO-88")]
    [InlineData(false, true, "G-50")]
    [InlineData(false, false, "G-50", "DHP-APP-01")]
    public void A_rule_that_rests_on_decisions_alone_and_does_not_say_so_is_noticed(
        bool noticed, bool derived, params string[] sources) => Assert.Equal(
            noticed,
            IsOnlyOurs(new Rule("THI-01", "A thing is a thing.") { Sources = [.. sources], Derived = derived }));

    private static bool IsOnlyOurs(Rule rule) =>
        !rule.Derived && !rule.Sources.Any(source => source.StartsWith("DHP-", StringComparison.Ordinal));
}
