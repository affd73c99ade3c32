using DhpConformance.Abstractions;
using DhpConformance.Model.Consumers;
using DhpConformance.Tests.Specs;

namespace DhpConformance.Tests.Consumers;

/// <summary>What pages say of consumers is what the code says.</summary>
public sealed class ConsumerPageTests
{
    [Fact]
    public void The_page_of_duties_is_the_catalogue() =>
        Approved.Matches("specs/consumer-rules.md", ConsumerRulePage.Text());

    [Fact]
    public void Every_source_of_a_duty_is_listed() =>
        Problems.None(
            from rule in ConsumerRuleCatalog.All
            from source in rule.Sources
            where !Ids.Sources.Contains(source)
            select $"{rule.Id}: {source}");

    [Fact]
    public void A_fact_about_consumers_names_the_duties_that_rest_on_it() =>
        Problems.None(
            from row in RuleReferences.RowsOf(SpecsFolder.Read("specs/sources.md"))
            where row.Value[^1].StartsWith("consumers: ", StringComparison.Ordinal)
            let duties = ConsumerRuleCatalog.All.Where(rule => rule.Sources.Contains(row.Key)).Select(rule => rule.Id)
            let wanted = $"consumers: {string.Join(", ", duties)}"
            where row.Value[^1] != wanted
            select $"{row.Key}: {wanted}");

    [Fact]
    public void No_fact_is_left_to_a_consumer_that_there_is_not() =>
        Assert.DoesNotContain("under test, not a server", SpecsFolder.Read("specs/sources.md"),
            StringComparison.Ordinal);

    [Theory]
    [InlineData(typeof(ConsumerEvent))]
    [InlineData(typeof(SystemCall))]
    public void Every_event_and_call_is_on_the_page(Type family)
    {
        var page = SpecsFolder.Read("specs/consumers.md");
        var names = family.GetCustomAttributes(typeof(System.Text.Json.Serialization.JsonDerivedTypeAttribute), false)
            .Cast<System.Text.Json.Serialization.JsonDerivedTypeAttribute>().Select(one => $"{one.TypeDiscriminator}");
        Assert.All(names, name => Assert.Contains($"`{name}`", page, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_trait_is_on_the_page()
    {
        var page = SpecsFolder.Read("specs/consumers.md");
        Assert.All(
            Enum.GetValues<ConsumerTrait>(),
            trait => Assert.Contains($"| `{Words.Of(trait).Replace(' ', '-')}` |", page, StringComparison.Ordinal));
    }
}
