using DhpConformance.Abstractions;
using DhpConformance.Cli.Output;
using DhpConformance.Engine.Results;
using Spectre.Console;

namespace DhpConformance.Cli.Commands.Run;

/// <summary>
/// Which rules could not be judged, and why. Mostly they are many and have one cause, so that some of them say it all.
/// </summary>
internal sealed class UndecidedSummary(IAnsiConsole console, RunResults results)
{
    private const int MostRules = 5;

    public void Write()
    {
        Write(Verdict.Error, "could not be judged, since the implementation broke");
        Write(Verdict.Inconclusive, "inconclusive");
    }

    private void Write(Verdict verdict, string how)
    {
        var rules = results.Profiles
            .SelectMany(profile => profile.Rules, (profile, rule) => (Profile: profile.Profile.Name, Rule: rule))
            .Where(one => one.Rule.Verdict == verdict)
            .GroupBy(one => one.Rule.Rule)
            .ToList();
        foreach (var rule in rules.Take(MostRules))
        {
            var (profile, result) = rule.First();
            var others = rule.Count() == 1 ? "" : $" and {Count.Of(rule.Count() - 1, "more profile")}";
            console.Line(
                $"{Words.Of(verdict)} {rule.Key} in {profile}{others}{Because(result)}",
                ConsoleLines.ColorOf(verdict));
        }

        if (rules.Count > MostRules)
        {
            console.Line(
                $"… and {Count.Of(rules.Count - MostRules, "more rule")}: {how}; the report has them all.",
                ConsoleLines.ColorOf(verdict));
        }

        if (rules.Count > 0)
        {
            console.Line("");
        }
    }

    private static string Because(RuleResult rule) => rule.Reason is { } reason ? $": {reason}" : "";
}
