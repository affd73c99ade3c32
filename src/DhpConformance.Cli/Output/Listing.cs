using Spectre.Console;

namespace DhpConformance.Cli.Output;

/// <summary>Rows under headings.</summary>
/// <param name="Columns">The headings.</param>
/// <param name="Rows">The rows, a cell for each heading.</param>
internal sealed record Listing(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    /// <summary>As a table for people.</summary>
    public void WriteTable(IAnsiConsole console)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var column in Columns)
        {
            table.AddColumn(new TableColumn(new Text(column)));
        }

        foreach (var row in Rows)
        {
            table.AddRow(row.Select(cell => new Text(cell)));
        }

        console.Write(table);
    }

    /// <summary>As a table for pages.</summary>
    public void WriteMarkdown(TextWriter writer)
    {
        writer.WriteLine(Line(Columns));
        writer.WriteLine($"|{string.Concat(Columns.Select(_ => "---|"))}");
        foreach (var row in Rows)
        {
            writer.WriteLine(Line(row));
        }
    }

    private static string Line(IEnumerable<string> cells) =>
        $"| {string.Join(" | ", cells.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal)))} |";
}
