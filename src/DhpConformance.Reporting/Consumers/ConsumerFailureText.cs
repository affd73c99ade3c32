using DhpConformance.Abstractions;
using DhpConformance.Engine.Consumers;
using DhpConformance.Model.Consumers;

namespace DhpConformance.Reporting.Consumers;

/// <summary>A failure of a consumer, for people: the rule, the shortest way to break it, and what was seen.</summary>
public static class ConsumerFailureText
{
    private const int LastLines = 12;

    /// <summary>The lines, with the last events and calls.</summary>
    /// <param name="failure">The failure.</param>
    public static IEnumerable<string> Lines(ConsumerFailure failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        var log = Log(failure).TakeLast(LastLines).ToList();
        return log.Count == 0
            ? WithoutLog(failure)
            : [.. WithoutLog(failure), "", "    The last events and calls:", .. log.Select(line => "      " + line)];
    }

    /// <summary>The rule, the steps, and what was expected and observed.</summary>
    internal static IEnumerable<string> WithoutLog(ConsumerFailure failure)
    {
        var rule = ConsumerRuleCatalog.Find(failure.Rule ?? "");
        yield return rule is null ? "ERROR" : $"FAIL {rule.Id} ({Words.Of(rule.Level)})";
        yield return "  " + Statement(failure);
        yield return "";
        foreach (var line in StepText.Lines(failure.Machine, failure.Steps))
        {
            yield return "    " + line;
        }

        yield return "";
        yield return $"    expected  {failure.Expected}";
        yield return $"    observed  {failure.Observed}";
    }

    /// <summary>Every event, call and answer.</summary>
    internal static IEnumerable<string> Log(ConsumerFailure failure) =>
        failure.Timeline.SelectMany(moment => moment.Log);

    /// <summary>What the rule demands.</summary>
    internal static string Statement(ConsumerFailure failure) =>
        ConsumerRuleCatalog.Find(failure.Rule ?? "")?.Statement
        ?? "The consumer broke the contract, which says nothing about any rule.";
}
