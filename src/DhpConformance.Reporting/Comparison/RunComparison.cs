using System.Collections.Immutable;
using DhpConformance.Engine.Results;
using DhpConformance.Reporting.Rules;
using DhpConformance.Reporting.Text;
using DhpConformance.Reporting.Verdicts;

namespace DhpConformance.Reporting.Comparison;

/// <summary>Several runs side by side.</summary>
public sealed class RunComparison
{
    private readonly ImmutableArray<ImmutableDictionary<string, RuleStatus>> standings;

    internal RunComparison(IEnumerable<ComparedRun> runs)
    {
        Runs = [.. runs.Select(run => new ComparedRun(SafeText.Line(run.Label, 200), SafeResults.Of(run.Results)))];
        standings = [.. Runs.Select(run => RuleStatus.All(run.Results).ToImmutableDictionary(rule => rule.Id))];
        Rules = [.. Runs.SelectMany(run => RuleStatus.All(run.Results)).Select(rule => rule.Id).Distinct()];
        Changes =
        [
            .. Runs.GroupBy(run => run.Results.Implementation.Name)
                .SelectMany(same => same.Zip(same.Skip(1), RunChanges.Between)),
        ];
        Cautions = [.. CautionsOf(Runs)];
    }

    /// <summary>The runs, in the order given.</summary>
    public ImmutableArray<ComparedRun> Runs { get; }

    /// <summary>Every rule of any of them.</summary>
    public ImmutableArray<string> Rules { get; }

    /// <summary>What changed between runs of the same implementation.</summary>
    public ImmutableArray<RunChanges> Changes { get; }

    /// <summary>Why the runs may not be comparable, as sentences.</summary>
    public ImmutableArray<string> Cautions { get; }

    /// <summary>Rules that do not stand alike everywhere.</summary>
    public IEnumerable<string> Differing =>
        Rules.Where(rule => Runs.Select((_, run) => Verdict(rule, run)).Distinct().Count() > 1);

    /// <summary>How a rule stands in a run, at its worst profile; null if it was not run.</summary>
    public Verdict? Verdict(string rule, int run) =>
        standings[run].TryGetValue(rule, out var standing) ? standing.Worst : null;

    /// <summary>How many profiles of a run have this verdict on a rule, and of how many.</summary>
    public (int Some, int All) Share(string rule, int run) =>
        standings[run].TryGetValue(rule, out var standing)
            ? (standing.Verdicts.Count(one => one.Result.Verdict == standing.Worst), standing.Verdicts.Length)
            : (0, 0);

    private static IEnumerable<string> CautionsOf(ImmutableArray<ComparedRun> runs)
    {
        foreach (var run in runs)
        {
            foreach (var missing in Completeness.Of(run.Results).Missing)
            {
                yield return $"{run.Label} is INCOMPLETE: {missing}";
            }
        }

        if (Differ(results => results.Suite))
        {
            yield return "The runs used different versions of the suite.";
        }

        if (Differ(results => string.Join(' ', results.Profiles.Select(one => one.Profile.Name))))
        {
            yield return "The runs have different profiles. Profiles that only one of two runs has are not compared.";
        }

        if (Differ(results => results.Settings.Scope?.Name))
        {
            yield return "The runs explored different scopes, or some of them generated cases: "
                + "a run may test rules that another cannot.";
        }

        if (Differ(results => results.Settings with { Rules = [], Scope = null, Remembered = 0 }))
        {
            yield return "The runs differ in seed, cases or length: "
                + "this alone can make a rule inconclusive in one of them.";
        }

        bool Differ<T>(Func<RunResults, T> what) => runs.Select(run => what(run.Results)).Distinct().Count() > 1;
    }
}
