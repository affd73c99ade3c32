using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using DhpConformance.Cli.Commands.Specs;

namespace DhpConformance.Cli.Commands.Explain;

/// <summary>What the pages of the specification say about a rule or a source.</summary>
internal static partial class PageExcerpts
{
    private const string Facts = "sources";
    private const string Decisions = "decisions/gaps";
    private const string Judging = "judging";
    private const string LineBreak = "<br>";
    private const StringComparison Exactly = StringComparison.Ordinal;

    /// <summary>A fact or a decision, in a sentence.</summary>
    public static RuleExplanation.Source Source(string id)
    {
        if (Row(Facts, id) is [_, var fact, var from, ..])
        {
            return new(id, Sentence(fact), from);
        }

        return Row(Decisions, id) is [_, var question, var decision, ..]
            ? new(id, $"{question} {Plain(decision)}", From: null)
            : new(id, "", From: null);
    }

    /// <summary>What stands about a rule below its statement and its list: a paragraph each.</summary>
    public static ImmutableArray<string> Reasons(SpecPage page, string rule)
    {
        var text = page.Text.ReplaceLineEndings("\n");
        var begin = text.IndexOf($"\n### {rule}\n", StringComparison.Ordinal);
        if (begin < 0)
        {
            return [];
        }

        var end = text.IndexOf("\n##", begin + 1, StringComparison.Ordinal);

        // Heading, statement and list are the first three paragraphs.
        return
        [
            .. text[begin..(end < 0 ? text.Length : end)].Trim().Split("\n\n").Skip(3)
                .Select(paragraph => Plain(paragraph.Replace('\n', ' ')).Trim()),
        ];
    }

    /// <summary>The page with a heading for this rule.</summary>
    public static SpecPage PageOf(string rule) => SpecPage.All.First(page =>
        page.Text.ReplaceLineEndings("\n").Contains($"\n### {rule}\n", StringComparison.Ordinal));

    /// <summary>Which differences are reported under a rule: rows and sentences of the page on judging.</summary>
    public static ImmutableArray<string> Judged(string rule)
    {
        var lines = ImmutableArray.CreateBuilder<string>();
        var (heading, before) = ("", "");
        foreach (var paragraph in SpecPage.Find(Judging)!.Text.ReplaceLineEndings("\n").Split("\n\n"))
        {
            if (paragraph.StartsWith('#'))
            {
                heading = paragraph.TrimStart('#').Trim();
            }
            else if (paragraph.StartsWith('|'))
            {
                // The line above a table says what it is about: "Refused was required, by reason:".
                var about = before.EndsWith(':') && !before.Contains('.', StringComparison.Ordinal) ? before : "";
                lines.AddRange(Rows(paragraph)
                    .Where(row => row.Any(cell => Names(cell, rule)))
                    .Select(row => row.Select(cell => About(cell, rule)).ToArray())
                    .Select(row => $"{heading}. {about} {Joined(paragraph, row)}".Replace("  ", " ", Exactly)));
            }
            else
            {
                lines.AddRange(Sentences(paragraph).Where(sentence => Names(sentence, rule)).Select(Plain));
            }

            before = paragraph.Replace('\n', ' ');
        }

        return lines.ToImmutable();
    }

    private static string[]? Row(string page, string id) =>
        Rows(SpecPage.Find(page)!.Text.ReplaceLineEndings("\n")).FirstOrDefault(row => row[0] == id);

    private static IEnumerable<string[]> Rows(string text) =>
        from line in text.Split('\n')
        where line.StartsWith("| ", StringComparison.Ordinal)
        select Cells(line);

    private static string[] Cells(string line) => [.. line.Trim().Trim('|').Split('|').Select(cell => cell.Trim())];

    // The heading says what a cell is: "Required: refused; given: completed".
    private static string Joined(string table, string[] row)
    {
        var headings = Cells(table[..table.IndexOf('\n', StringComparison.Ordinal)]);
        return string.Join("; ", headings.Zip(row)
            .Where(cell => cell.Second.Length > 0)
            .Select(cell => Plain($"{cell.First}: {cell.Second}")));
    }

    // A cell may have several lines; those about other rules are left out.
    private static string About(string cell, string rule)
    {
        var lines = cell.Split(LineBreak);
        return Names(cell, rule) ? string.Join("; ", lines.Where(line => Names(line, rule))) : string.Join("; ", lines);
    }

    private static string[] Sentences(string paragraph) => SentenceEnd().Split(paragraph.Replace('\n', ' '));

    // A row may name several rules at once: CAP-01 to CAP-09.
    private static bool Names(string text, string rule) =>
        Regex.IsMatch(text, $@"(?<![\w-]){Regex.Escape(rule)}(?!\w)")
        || Range().Matches(text).Any(range =>
            rule.StartsWith(range.Groups["group"].Value + "-", StringComparison.Ordinal)
            && Number(rule[(range.Groups["group"].Length + 1)..]) is var number
            && number >= Number(range.Groups["first"].Value) && number <= Number(range.Groups["last"].Value));

    private static int Number(string digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;

    private static string Sentence(string text) => $"{char.ToUpperInvariant(text[0])}{Plain(text)[1..]}.";

    // Links and emphasis are for pages.
    private static string Plain(string text) => Link().Replace(text, "$1").Replace("*", "", StringComparison.Ordinal);

    [GeneratedRegex(@"\[([^\]]*)\]\([^)]*\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"(?<=[.])\s+(?=[A-Z])")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"(?<group>[A-Z]+)-(?<first>\d+) to \k<group>-(?<last>\d+)")]
    private static partial Regex Range();
}
