using System.Reflection;
using System.Text.RegularExpressions;
using DhpConformance.Model.Rules;
using DhpConformance.Reference;
using DhpConformance.Reference.Mutants;

namespace DhpConformance.Tests.Reference.Mutants;

public sealed partial class MutantCatalogTests
{
    // A server that dies or hangs is not a server with a fault, but a process with one.
    private static readonly string[] WithoutMutant = ["REF-07"];

    [Fact]
    public void No_two_mutants_share_a_name() =>
        Assert.Equal(MutantCatalog.All.Length, MutantCatalog.All.Select(mutant => mutant.Name).Distinct().Count());

    [Fact]
    public void Names_are_lower_case_words_joined_by_hyphens() =>
        Assert.All(MutantCatalog.All, mutant => Assert.Matches(KebabCase(), mutant.Name));

    [Fact]
    public void They_are_in_the_order_of_their_rules() =>
        Assert.Equal(
            MutantCatalog.All.Select(mutant => mutant.RuleId).Order(StringComparer.Ordinal),
            MutantCatalog.All.Select(mutant => mutant.RuleId));

    [Fact]
    public void Each_breaks_a_rule_that_can_be_tested() =>
        Assert.All(MutantCatalog.All, mutant => Assert.True(CanBeTested(RuleCatalog.Get(mutant.RuleId))));

    [Fact]
    public void Every_rule_that_the_reference_can_break_has_a_mutant()
    {
        using var server = new ReferenceServer();
        var claims = server.Describe().Claims;

        var unbroken = RuleCatalog.All
            .Where(rule => CanBeTested(rule) && claims.HasAll(rule.Claims))
            .Select(rule => rule.Id)
            .Except(MutantCatalog.All.Select(mutant => mutant.RuleId))
            .Except(WithoutMutant);

        Assert.Empty(unbroken);
    }

    [Fact]
    public void Each_tells_its_story_in_one_sentence() =>
        Assert.All(MutantCatalog.All, mutant => Assert.Matches(Sentence(), mutant.Description));

    [Fact]
    public void No_faulty_part_is_left_out() =>
        Assert.Equal(
            typeof(Mutant).Assembly.GetTypes().Count(type => type.GetCustomAttribute<BreaksAttribute>() is not null),
            MutantCatalog.All.Length + ConcurrencyMutants.All.Length);

    [Fact]
    public void A_mutant_calls_itself_by_its_name() =>
        Assert.All(MutantCatalog.All, mutant =>
        {
            using var server = mutant.Create();
            Assert.Equal(mutant.Name, server.Describe().Name);
        });

    private static bool CanBeTested(Rule rule) =>
        rule.Reached is not null || rule.ReachedOn.Length > 0 || rule.IsAboutTraits;

    [GeneratedRegex("^[a-z]+(-[a-z]+)+$")]
    private static partial Regex KebabCase();

    [GeneratedRegex(@"^[A-Z][^.!?]+\.$")]
    private static partial Regex Sentence();
}
