using System.Text;

namespace DhpConformance.Benchmarks.Report;

/// <summary>The page that keeps the figures: <c>reports/benchmarks.md</c>.</summary>
internal static class ReportPage
{
    private const string Name = "reports/benchmarks.md";
    private const string MeasuredByHand = "\n## ";

    /// <summary>Writes the page and returns its name.</summary>
    public static string Write(IEnumerable<Row> rows, string machine)
    {
        var page = new StringBuilder()
            .Append("# Benchmarks\n\n")
            .Append("Made by `dotnet run -c Release --project tests/DhpConformance.Benchmarks`, ")
            .Append("which repeats all measurements.\n\n")
            .Append("Figures are ratios within one run: the compared workloads take turns, ")
            .Append("and each figure is the median over all rounds.\n")
            .Append("They measure processor time, including garbage collection, unless a row says otherwise.\n\n")
            .Append("Machine: ").Append(machine).Append(".\n\n")
            .Append("| What | Bar | Measured | |\n|---|---|---|---|\n");
        foreach (var row in rows)
        {
            page.Append($"| {row.What} | {row.Bar} | {row.Measured} | {row.Verdict} |\n");
        }

        var file = Path.Combine(Root(), Name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, page + ByHand(file));
        return Name;
    }

    // What stands below a second heading is not measured here, and stays.
    private static string ByHand(string file)
    {
        var text = File.Exists(file) ? File.ReadAllText(file) : "";
        var begin = text.IndexOf(MeasuredByHand, StringComparison.Ordinal);
        return begin < 0 ? "" : text[begin..];
    }

    // Sources are compiled with the root of the repository replaced, so the way there starts from the build output.
    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "DhpConformance.sln")))
        {
            folder = folder.Parent
                ?? throw new InvalidOperationException("Run this from a build inside the repository.");
        }

        return folder.FullName;
    }
}
