using System.Collections.Immutable;
using DhpConformance.Engine.Results;
using DhpConformance.Model.Rules;
using Spectre.Console;

namespace DhpConformance.Cli.Output;

/// <summary>Rules kept of rules judged: a row for each profile, a column for each group.</summary>
internal static class VerdictTable
{
    private static readonly ImmutableArray<string> Groups = [.. RuleCatalog.All.Select(rule => rule.Group).Distinct()];

    public static void Write(IAnsiConsole console, RunResults results)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn("Rules kept / judged");
        foreach (var group in Groups)
        {
            table.AddColumn(new TableColumn(group).Centered());
        }

        foreach (var profile in results.Profiles)
        {
            var groups = profile.Rules.ToLookup(rule => RuleCatalog.Get(rule.Rule).Group, rule => rule.Verdict);
            table.AddRow([profile.Profile.Name, .. Groups.Select(group => Cell([.. groups[group]]))]);
        }

        console.Write(table);
    }

    private static string Cell(ImmutableArray<Verdict> verdicts)
    {
        var kept = verdicts.Count(verdict => verdict == Verdict.Pass);
        var judged = verdicts.Count(verdict => verdict is not (Verdict.NotClaimed or Verdict.NotTestable));
        return judged == 0 ? "–"
            : kept == judged ? $"[green]{kept}[/]"
            : $"[red]{kept}/{judged}[/]";
    }
}
