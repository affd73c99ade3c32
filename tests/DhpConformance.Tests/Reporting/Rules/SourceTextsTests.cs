using DhpConformance.Model.Rules;
using DhpConformance.Reporting.Rules;

namespace DhpConformance.Tests.Reporting.Rules;

/// <summary>What the sources of rules say.</summary>
public sealed class SourceTextsTests
{
    [Fact]
    public void Every_source_of_every_rule_says_something() => Problems.None(
        from rule in RuleCatalog.All
        from source in rule.Sources
        where SourceTexts.Of(source).Length == 0
        select $"{rule.Id}: {source} says nothing");

    [Fact]
    public void A_fact_names_its_document() =>
        Assert.Equal("no unit is in two partitions (Arch, Intro)", SourceTexts.Of("DHP-TOP-13"));

    [Fact]
    public void A_decision_is_a_question_and_its_answer_without_markup() => Assert.Equal(
        "May a unit that another partition holds be hot added? "
            + "No, in use. Moving it would be a hot remove from its owner.",
        SourceTexts.Of("G-01"));

    [Fact]
    public void What_stands_nowhere_says_nothing() => Assert.Equal("", SourceTexts.Of("DHP-TOP-99"));
}
