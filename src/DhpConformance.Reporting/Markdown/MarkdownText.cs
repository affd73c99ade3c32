namespace DhpConformance.Reporting.Markdown;

/// <summary>Text of others in Markdown.</summary>
internal static class MarkdownText
{
    /// <summary>
    /// Text between backticks, more of them than it holds itself: nothing in it is markup, a link, or somebody's name
    /// that would be called. On one line, and fit for a cell of a table.
    /// </summary>
    public static string Code(string text)
    {
        var line = text.ReplaceLineEndings(" ").Replace("|", "\\|", StringComparison.Ordinal).Trim();
        if (line.Length == 0)
        {
            return "–";
        }

        var fence = new string('`', LongestRun(line) + 1);
        var space = line[0] == '`' || line[^1] == '`' ? " " : "";
        return $"{fence}{space}{line}{space}{fence}";
    }

    /// <summary>A block of code, line by line, in a fence that nothing in it can end.</summary>
    public static string Block(string text)
    {
        var fence = new string('`', Math.Max(LongestRun(text) + 1, 3));
        return $"{fence}text\n{text.ReplaceLineEndings("\n")}\n{fence}";
    }

    private static int LongestRun(string text)
    {
        var longest = 0;
        var run = 0;
        foreach (var c in text)
        {
            run = c == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
