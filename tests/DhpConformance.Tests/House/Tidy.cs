using System.Text.RegularExpressions;

namespace DhpConformance.Tests.House;

/// <summary>What <c>specs/style.md</c> has to say against a file; each problem tells what to do instead.</summary>
internal static partial class Tidy
{
    private const int Columns = 120;
    private const int BlockLines = 60;

    // Put together here, so that this file does not report itself.
    private static readonly string[] BannedWords = ["TO" + "DO", "FIX" + "ME", "HA" + "CK", "#reg" + "ion"];

    public static IEnumerable<string> Problems(SourceFile file) =>
        from problems in new[] { Length(file), Widths(file), Blocks(file), Names(file), Words(file), Pragmas(file) }
        from problem in problems
        select $"{file.Name}{problem}";

    private static IEnumerable<string> Length(SourceFile file)
    {
        var limit = file.Name.StartsWith("tests/", StringComparison.Ordinal) ? 500 : 400;
        return file.Lines.Length > limit
            ? [$": {file.Lines.Length} lines; cut it along a concept (limit {limit})"]
            : [];
    }

    private static IEnumerable<string> Widths(SourceFile file) =>
        from line in Numbered(file)
        where line.Text.Length > Columns
        select $"({line.Number}): {line.Text.Length} columns; break the line (limit {Columns})";

    /// <summary>
    /// A brace alone on its line opens a block; the next brace in its column closes it. Types are exempt.
    /// </summary>
    private static IEnumerable<string> Blocks(SourceFile file) =>
        from line in Numbered(file)
        where line.Text.Trim() == "{" && !TypeHeader().IsMatch(HeaderOf(file.Lines, line.Number - 1))
        let closing = line.Text.Replace('{', '}')
        let inside = file.Lines.Skip(line.Number).TakeWhile(text => !text.StartsWith(closing, StringComparison.Ordinal))
        let length = inside.Count() + 2
        where length > BlockLines
        select $"({line.Number}): a block of {length} lines; give its parts names (limit {BlockLines})";

    private static IEnumerable<string> Names(SourceFile file) =>
        from name in Path.ChangeExtension(file.Name, null).Split('/', '.')
            .Concat(TypeName().Matches(file.Text).Select(match => match.Groups[1].Value)).Distinct()
        where JunkDrawer().IsMatch(name)
        select $": '{name}' is a junk drawer; say what it is";

    private static IEnumerable<string> Words(SourceFile file) =>
        from line in Numbered(file)
        from word in BannedWords
        where line.Text.Contains(word, StringComparison.Ordinal)
        select $"({line.Number}): {word}; do it, or write it where it is seen";

    private static IEnumerable<string> Pragmas(SourceFile file) =>
        from line in Numbered(file)
        where SilentPragma().IsMatch(line.Text)
        select $"({line.Number}): a suppression says why, in a comment on its line";

    private static IEnumerable<(int Number, string Text)> Numbered(SourceFile file) =>
        file.Lines.Select((text, index) => (index + 1, text));

    /// <summary>The line that a block belongs to: the nearest one above with the same indent.</summary>
    private static string HeaderOf(string[] lines, int brace)
    {
        var indent = lines[brace].IndexOf('{', StringComparison.Ordinal);
        return lines.Take(brace).Reverse().FirstOrDefault(IsHeader) ?? "";

        bool IsHeader(string line) =>
            line.Length > indent && line[..indent].Trim().Length == 0 && line[indent] is not (' ' or ')');
    }

    [GeneratedRegex(
        @"^\s*((public|internal|private|protected|sealed|static|abstract|partial|readonly|file|ref)\s+)*"
        + @"(class|record|struct|interface|enum|namespace|extension)\b")]
    private static partial Regex TypeHeader();

    [GeneratedRegex(@"^\s*(?:\w+\s+)*(?:class|record|struct|interface|enum)\s+(\w+)", RegexOptions.Multiline)]
    private static partial Regex TypeName();

    [GeneratedRegex("(Utils?|Utility|Utilities|Helpers?|Managers?|Common|Misc)(?![a-z])")]
    private static partial Regex JunkDrawer();

    [GeneratedRegex(@"^\s*#pragma warning disable\s+[^/]*$")]
    private static partial Regex SilentPragma();
}
