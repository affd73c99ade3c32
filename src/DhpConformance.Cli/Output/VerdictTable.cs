using System.Collections.Immutable;
using DhpConformance.Engine.Results;
using DhpConformance.Model.Rules;
using Spectre.Console;

namespace DhpConformance.Cli.Output;

/// <summary>Rules kept of rules judged: a row for each profile, a column for each group.</summary>
internal static class VerdictTable
{
    public static void Write(IAnsiConsole console, RunResults results)
    {
        // A group that is judged nowhere has no column.
        ImmutableArray<string> groups =
        [
            .. results.Profiles.SelectMany(profile => profile.Rules).Where(IsJudged)
                .Select(rule => RuleCatalog.Get(rule.Rule).Group).Distinct(),
        ];
        var table = new Table().Border(TableBorder.Simple).AddColumn("Rules kept / judged");
        foreach (var group in groups)
        {
            table.AddColumn(new TableColumn(group).Centered());
        }

        foreach (var profile in results.Profiles)
        {
            var rules = profile.Rules.Where(IsJudged).ToLookup(rule => RuleCatalog.Get(rule.Rule).Group);
            table.AddRow([profile.Profile.Name, .. groups.Select(group => Cell([.. rules[group]]))]);
        }

        console.Write(table);
    }

    private static string Cell(ImmutableArray<RuleResult> judged)
    {
        var kept = judged.Count(rule => rule.Verdict == Verdict.Pass);
        return judged.Length == 0 ? "–"
            : kept == judged.Length ? $"[green]{kept}[/]"
            : $"[red]{kept}/{judged.Length}[/]";
    }

    private static bool IsJudged(RuleResult rule) => rule.Verdict is not (Verdict.NotClaimed or Verdict.NotTestable);
}
