namespace DhpConformance.Tests.Specs;

/// <summary>A table of a page: its header, and its rows as trimmed cells.</summary>
internal sealed record MarkdownTable(string[] Header, List<string[]> Rows)
{
    /// <summary>The tables of a page, in order. Fenced code is no table.</summary>
    public static List<MarkdownTable> AllIn(string page)
    {
        var tables = new List<MarkdownTable>();
        var fenced = false;
        MarkdownTable? open = null;
        foreach (var line in page.Split('\n'))
        {
            fenced ^= line.StartsWith("```", StringComparison.Ordinal);
            if (fenced || !line.StartsWith('|'))
            {
                open = null;
            }
            else if (open is null)
            {
                tables.Add(open = new(Cells(line), []));
            }
            else if (!line.StartsWith("|--", StringComparison.Ordinal))
            {
                open.Rows.Add(Cells(line));
            }
        }

        return tables;
    }

    /// <summary>The first table of a page whose first column has this title.</summary>
    public static MarkdownTable In(string page, string firstColumn) =>
        AllIn(page).FirstOrDefault(table => table.Header[0] == firstColumn)
        ?? throw new InvalidDataException($"The page has no table whose first column is '{firstColumn}'.");

    private static string[] Cells(string line) => [.. line.Trim().Trim('|').Split('|').Select(cell => cell.Trim())];
}
