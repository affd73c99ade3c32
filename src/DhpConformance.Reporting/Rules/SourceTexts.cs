using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace DhpConformance.Reporting.Rules;

/// <summary>
/// What the facts (<c>DHP-…</c>) and decisions (<c>G-…</c>) that rules rest on say. They are read from the pages of
/// the specification themselves, so that a report never says anything else.
/// </summary>
public static partial class SourceTexts
{
    private static readonly FrozenDictionary<string, string> Texts = Rows("sources")
        .Select(row => (Id: row[0], Text: $"{row[1]} ({row[2]})"))
        .Concat(Rows("gaps").Select(row => (Id: row[0], Text: $"{row[1]} {row[2]}")))
        .ToFrozenDictionary(row => row.Id, row => Plain(row.Text));

    /// <summary>
    /// A fact with the tag of the document it stands in, or a question that the documents leave open with our answer;
    /// empty for an id that stands in neither page.
    /// </summary>
    public static string Of(string id) => Texts.GetValueOrDefault(id, "");

    private static IEnumerable<string[]> Rows(string page)
    {
        using var stream = typeof(SourceTexts).Assembly.GetManifestResourceStream($"Sources/{page}")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (Row().IsMatch(line))
            {
                yield return line[2..].Split(" | ");
            }
        }
    }

    private static string Plain(string markdown) => Emphasis().Replace(Link().Replace(markdown, "$1"), "$1");

    [GeneratedRegex(@"^\| (DHP-[A-Z]+-\d+|G-\d+) \| ")]
    private static partial Regex Row();

    [GeneratedRegex(@"[*`]([^*`]+)[*`]")]
    private static partial Regex Emphasis();

    [GeneratedRegex(@"\[([^\]]+)\]\([^)]+\)")]
    private static partial Regex Link();
}
