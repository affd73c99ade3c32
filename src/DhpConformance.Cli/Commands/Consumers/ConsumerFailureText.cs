using DhpConformance.Abstractions;
using DhpConformance.Engine.Consumers;
using DhpConformance.Model.Consumers;

namespace DhpConformance.Cli.Commands.Consumers;

/// <summary>A failure of a consumer, for people: the rule, the shortest way to break it, and what was seen.</summary>
internal static class ConsumerFailureText
{
    private const int LastLines = 12;

    public static IEnumerable<string> Lines(ConsumerFailure failure)
    {
        var rule = ConsumerRuleCatalog.Find(failure.Rule ?? "");
        yield return rule is null ? "ERROR" : $"FAIL {rule.Id} ({Words.Of(rule.Level)})";
        yield return "  " + (rule?.Statement ?? "The consumer broke the contract, which says nothing about any rule.");
        yield return "";
        foreach (var line in StepText.Lines(failure.Machine, failure.Steps))
        {
            yield return "    " + line;
        }

        yield return "";
        yield return $"    expected  {failure.Expected}";
        yield return $"    observed  {failure.Observed}";
        if (failure.Log.Length > 0)
        {
            yield return "";
            yield return "    The last events and calls:";
        }

        foreach (var line in failure.Log.TakeLast(LastLines))
        {
            yield return "      " + line;
        }
    }
}
