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
}
