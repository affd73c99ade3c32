namespace DhpConformance.Cli.Output;

/// <summary>What was received and logged when an implementation broke: its end, where the cause is.</summary>
internal static class EvidenceText
{
    private const int MostLines = 12;

    /// <summary>The first line and the last few.</summary>
    /// <param name="evidence">All of it; null for nothing.</param>
    public static IEnumerable<string> Lines(string? evidence)
    {
        var lines = (evidence ?? "").ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return lines.Length <= MostLines
            ? lines
            : [lines[0], $"... ({lines.Length - MostLines} lines left out)", .. lines[^(MostLines - 1)..]];
    }
}
