using System.Collections.Immutable;
using DhpConformance.Engine.Results;
using DhpConformance.Reporting.Coverage;
using DhpConformance.Reporting.Failures;
using DhpConformance.Reporting.Pictures;
using DhpConformance.Reporting.Rules;
using DhpConformance.Reporting.Verdicts;

namespace DhpConformance.Reporting.Html;

/// <summary>Results, arranged for a page.</summary>
public sealed class RunReport
{
    internal RunReport(RunResults results)
    {
        Results = results;
        Completeness = Completeness.Of(results);
        Conclusion = Conclusion.Of(results);
        Groups = GroupStanding.All(RuleStanding.All(results));
        Failures = FailureGroup.All(results);
        Coverage = CoverageGrid.Of(results);
        Occasions = OccasionCount.All(results);
    }

    /// <summary>The results themselves.</summary>
    public RunResults Results { get; }

    /// <summary>What is missing.</summary>
    public Completeness Completeness { get; }

    /// <summary>The line at the top.</summary>
    public Conclusion Conclusion { get; }

    /// <summary>The rules, in groups.</summary>
    public ImmutableArray<GroupStanding> Groups { get; }

    /// <summary>The failures, by rule.</summary>
    public ImmutableArray<FailureGroup> Failures { get; }

    /// <summary>What was put to the test.</summary>
    public CoverageGrid Coverage { get; }

    /// <summary>Who was told something, and how often there was reason to.</summary>
    public ImmutableArray<OccasionCount> Occasions { get; }

    /// <summary>How much may still be drawn on this page.</summary>
    public DrawingBudget Drawings { get; } = new();
}
