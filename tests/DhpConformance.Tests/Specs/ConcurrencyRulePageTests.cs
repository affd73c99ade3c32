using DhpConformance.Model.Concurrency;
using DhpConformance.Model.Rules;
using DhpConformance.Reference.Mutants;

namespace DhpConformance.Tests.Specs;

public sealed class ConcurrencyRulePageTests
{
    [Fact]
    public void The_page_of_rules_for_overlapping_requests_is_the_catalogue() =>
        Approved.Matches("specs/concurrency-rules.md", ConcurrencyRulePage.Text());

    [Fact]
    public void The_report_has_every_mutant_for_overlapping_requests_and_says_that_it_is_always_found()
    {
        var rows = MarkdownTable.In(SpecsFolder.Read("reports/concurrency-mutants.md"), "Rule").Rows;
        Assert.Equal(
            ConcurrencyMutants.All.Select(mutant =>
                (mutant.RuleId, mutant.Name, "20 of 20", "none", mutant.Description)),
            rows.Select(row => (row[0], row[1], row[2], row[5], row[6])));
    }

    [Fact]
    public void Every_source_is_listed_and_every_rule_for_sequences_exists() =>
        Problems.None(
            from rule in ConcurrencyRuleCatalog.All
            from id in rule.Sources.Where(id => !Ids.Sources.Contains(id))
                .Concat(rule.Generalises.Where(id => RuleCatalog.Find(id) is null))
            select $"{rule.Id}: {id}");
}
