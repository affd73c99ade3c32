using System.Text.RegularExpressions;
using DhpConformance.Model.Rules;

namespace DhpConformance.Tests.Specs;

/// <summary>
/// A page whose tables have an id in the first column (a fact or a decision) and what became of it in the last: the
/// rules that name it as a source, each a link, or the reason why there is none. The targets of the links are listed
/// at the end of the page, where a reader of the plain text does not mind them.
/// </summary>
internal static partial class RuleReferences
{
    /// <summary>The page as it should be: links wherever a rule names the source, prose left alone elsewhere.</summary>
    public static string Update(string page, string file, IReadOnlyCollection<Rule> rules)
    {
        var lines = page.TrimEnd('\n').Split('\n').Where(line => !Definition().IsMatch(line))
            .Select(line => UpdateRow(line, rules)).ToList();
        var body = string.Join('\n', lines).TrimEnd('\n') + "\n";
        var used = rules.Where(rule => body.Contains($"[{rule.Id}]", StringComparison.Ordinal));
        return body + "\n" + string.Concat(used.Select(rule => $"[{rule.Id}]: {Target(rule, file)}\n"));
    }

    /// <summary>The ids that a page lists, each with its row.</summary>
    public static Dictionary<string, string[]> RowsOf(string page) =>
        MarkdownTable.AllIn(page).SelectMany(table => table.Rows)
            .Where(row => SourceId().IsMatch(row[0]))
            .ToDictionary(row => row[0]);

    private static string UpdateRow(string line, IReadOnlyCollection<Rule> rules)
    {
        var cells = line.Split('|');
        if (cells.Length < 4 || !SourceId().IsMatch(cells[1].Trim()))
        {
            return line;
        }

        var links = rules.Where(rule => rule.Sources.Contains(cells[1].Trim()))
            .Select(rule => $"[{rule.Id}]").ToArray();
        var stale = cells[^2].TrimStart().StartsWith('[');
        cells[^2] = links.Length > 0 ? $" {string.Join(", ", links)} " : stale ? " " : cells[^2];
        return string.Join('|', cells);
    }

    private static string Target(Rule rule, string file)
    {
        var page = Path.GetRelativePath(Path.GetDirectoryName(file)!, SpecsFolder.RulePages[rule.Group]);
        return $"{page.Replace('\\', '/')}#{rule.Id.ToLowerInvariant()}";
    }

    [GeneratedRegex(@"^(DHP-[A-Z]+-\d\d|G-\d\d\d?)$")]
    private static partial Regex SourceId();

    [GeneratedRegex(@"^\[[A-Z]+-\d\d\]: ")]
    private static partial Regex Definition();
}
