using DhpConformance.Engine.Results;

namespace DhpConformance.Reporting.Text;

/// <summary>What was tested, and by what, in two sentences for readers who know nothing of the suite.</summary>
internal static class TestedSentences
{
    /// <summary>The sentences.</summary>
    /// <param name="results">The results of a run of a server.</param>
    public static string Of(RunResults results)
    {
        var rules = results.Profiles.SelectMany(profile => profile.Rules).Select(rule => rule.Rule).Distinct().Count();
        var operations = results.Profiles.Sum(profile => profile.Operations);
        return $"DhpConformance {results.Suite} had {results.Implementation.Name} {results.Implementation.Version} "
            + $"carry out {Amount.Of(operations, "operation")} in {Cases(results)}{Earlier(results)}, with partitions "
            + $"that run {Amount.Of(results.Profiles.Length, "profile")} of operating systems. "
            + "Each answer and each observed state was compared with an executable specification of dynamic hardware "
            + $"partitioning, {Amount.Of(rules, "rule")} from its public documents.";
    }

    private static string Earlier(RunResults results) => results.Settings.Remembered > 0
        ? $", after {Amount.Of(results.Settings.Remembered, "case")} of earlier runs"
        : "";

    private static string Cases(RunResults results) => results.Settings.Scope is { } scope
        ? $"{Amount.Of(results.Footer.Cases, "state")} of scope {scope.Name}"
        : $"{Amount.Of(results.Footer.Cases, "generated test case")} of up to "
            + Amount.Of(results.Settings.Length, "operation");
}
