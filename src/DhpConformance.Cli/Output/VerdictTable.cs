using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Results;
using DhpConformance.Model.Rules;
using Spectre.Console;

namespace DhpConformance.Cli.Output;

/// <summary>
/// Rules kept of rules judged: a row for each profile, a column for each level and one for each group. Where not all
/// groups have room, those that are kept in every profile are left out first.
/// </summary>
internal static class VerdictTable
{
    private const string Title = "Rules kept / judged";
    private const int Gap = 3;

    // Spectre.Console ends each row with one more column; without it a name would be broken in two.
    private const int Edge = 1;

    public static void Write(ToolEnvironment environment, RunResults results)
    {
        // A group that is judged nowhere has no column.
        ImmutableArray<string> groups =
        [
            .. results.Profiles.SelectMany(profile => profile.Rules).Where(IsJudged)
                .Select(rule => RuleCatalog.Get(rule.Rule).Group).Distinct(),
        ];
        ImmutableArray<string> levels =
        [
            .. results.Profiles.SelectMany(profile => profile.Rules).Where(IsJudged)
                .Select(rule => RuleCatalog.Get(rule.Rule).Level).Distinct().Order().Select(level => Words.Of(level)),
        ];
        var shown = Fitting(groups, levels, results, environment.TableWidth);
        var table = new Table().Border(TableBorder.Simple).AddColumn(Title);
        foreach (var group in levels.Concat(shown))
        {
            table.AddColumn(new TableColumn(group).Centered());
        }

        foreach (var profile in results.Profiles)
        {
            table.AddRow(
            [
                profile.Profile.Name,
                .. levels.Concat(shown).Select(column => Markup(Judged(profile, column))),
            ]);
        }

        environment.TableConsole.Write(table);
        if (shown.Length < groups.Length)
        {
            environment.Console.Line(
                $"Left out for want of room: {string.Join(", ", groups.Except(shown))}; the report has them.");
        }
    }

    private static ImmutableArray<string> Fitting(
        ImmutableArray<string> groups, ImmutableArray<string> levels, RunResults results, int width)
    {
        var room = width - Edge - Gap - results.Profiles.Select(profile => profile.Profile.Name.Length)
            .Append(Title.Length).Max() - levels.Sum(level => WidthOf(level, results));
        var chosen = new HashSet<string>();
        foreach (var group in groups.OrderBy(group => IsKept(group, results)))
        {
            room -= WidthOf(group, results);
            if (room < 0)
            {
                break;
            }

            chosen.Add(group);
        }

        return [.. groups.Where(chosen.Contains)];
    }

    private static int WidthOf(string group, RunResults results) => Gap
        + results.Profiles.Select(profile => Text(Judged(profile, group)).Length).Append(group.Length).Max();

    private static bool IsKept(string group, RunResults results) => results.Profiles
        .SelectMany(profile => Judged(profile, group)).All(rule => rule.Verdict == Verdict.Pass);

    // A column is a level or a group.
    private static ImmutableArray<RuleResult> Judged(ProfileResult profile, string column) =>
    [
        .. from result in profile.Rules.Where(IsJudged)
           let rule = RuleCatalog.Get(result.Rule)
           where rule.Group == column || Words.Of(rule.Level) == column
           select result,
    ];

    private static string Text(ImmutableArray<RuleResult> judged)
    {
        var kept = judged.Count(rule => rule.Verdict == Verdict.Pass);
        return judged.Length == 0 ? "–" : kept == judged.Length ? $"{kept}" : $"{kept}/{judged.Length}";
    }

    private static string Markup(ImmutableArray<RuleResult> judged) => Text(judged) switch
    {
        "–" => "–",
        var text when text.Contains('/', StringComparison.Ordinal) => $"[red]{text}[/]",
        var text => $"[green]{text}[/]",
    };

    private static bool IsJudged(RuleResult rule) => rule.Verdict.IsJudged();
}
