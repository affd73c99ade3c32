using Spectre.Console;

namespace DhpConformance.Cli.Output;

/// <summary>Rows under headings, the most important columns first.</summary>
/// <param name="Columns">The headings.</param>
/// <param name="Rows">The rows, a cell for each heading.</param>
internal sealed record Listing(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    // A sentence is broken into lines; more than this many letters in a line are pleasant and not needed.
    private const int NarrowSentence = 30;
    private const int Gap = 3;

    /// <summary>As a table for people, with the columns that fit and a line that names the others.</summary>
    /// <param name="environment">Where it is written, and how wide that is.</param>
    /// <param name="shownBy">What shows the columns that did not fit: <c>`--format json`</c>.</param>
    public void WriteTable(ToolEnvironment environment, string shownBy)
    {
        var fitting = Fitting(environment.TableWidth);
        var table = new Table().Border(TableBorder.Simple);
        for (var i = 0; i < fitting; i++)
        {
            table.AddColumn(new TableColumn(new Text(Columns[i])) { NoWrap = IsWhole(i) });
        }

        foreach (var row in Rows)
        {
            table.AddRow(row.Take(fitting).Select(cell => new Text(cell)));
        }

        environment.TableConsole.Write(table);
        if (fitting < Columns.Count)
        {
            environment.Console.Line(
                $"Left out for want of room: {string.Join(", ", Columns.Skip(fitting))}; {shownBy} shows all.");
        }
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

    // How many columns, from the first, have room; one at least is shown.
    private int Fitting(int width)
    {
        var room = width - 1;
        for (var i = 0; i < Columns.Count; i++)
        {
            var whole = IsWhole(i);
            room -= Cells(i).Max(cell => whole ? cell.Length : Least(cell)) + Gap;
            if (room < 0)
            {
                return Math.Max(1, i);
            }
        }

        return Columns.Count;
    }

    // What is in the first column, and a name, is not broken into lines.
    private bool IsWhole(int column) =>
        column == 0 || !Rows.Any(row => row[column].Contains(' ', StringComparison.Ordinal));

    private IEnumerable<string> Cells(int column) => Rows.Select(row => row[column]).Append(Columns[column]);

    // A list of names may stand one below the other.
    private static int Least(string cell) => cell.Contains(", ", StringComparison.Ordinal) && !cell.EndsWith('.')
        ? cell.Split(", ").Max(name => name.Length + 1)
        : Math.Max(Math.Min(cell.Length, NarrowSentence), cell.Split(' ').Max(word => word.Length));

    private static string Line(IEnumerable<string> cells) =>
        $"| {string.Join(" | ", cells.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal)))} |";
}
