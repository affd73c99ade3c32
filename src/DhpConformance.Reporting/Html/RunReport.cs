using System.Collections.Immutable;
using DhpConformance.Engine.Results;
using DhpConformance.Reporting.Coverage;
using DhpConformance.Reporting.Failures;
using DhpConformance.Reporting.Diagrams;
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
        Groups = RuleGroupStatus.All(RuleStatus.All(results));
        Failures = FailureGroup.All(results);
        Coverage = CoverageGrid.Of(results);
        CoverageGoals = CoverageGoalCount.All(results);
        Sizes = SizeGrid.Of(results);
    }

    /// <summary>The results themselves.</summary>
    public RunResults Results { get; }

    /// <summary>The missing parts of the run.</summary>
    public Completeness Completeness { get; }

    /// <summary>The line at the top.</summary>
    public Conclusion Conclusion { get; }

    /// <summary>The rules, in groups.</summary>
    public ImmutableArray<RuleGroupStatus> Groups { get; }

    /// <summary>The failures, by rule.</summary>
    public ImmutableArray<FailureGroup> Failures { get; }

    /// <summary>The coverage of operations, outcomes and reasons.</summary>
    public CoverageGrid Coverage { get; }

    /// <summary>The coverage goals of consumers, with their counts.</summary>
    public ImmutableArray<CoverageGoalCount> CoverageGoals { get; }

    /// <summary>The sizes that were reached.</summary>
    public SizeGrid Sizes { get; }

    /// <summary>How much may still be drawn on this page.</summary>
    public DrawingBudget Drawings { get; } = new();
}
