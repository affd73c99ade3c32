namespace DhpConformance.Tests;

/// <summary>Holds a committed file to what it should say, and tells how to accept a change that is meant.</summary>
internal static class Approved
{
    /// <summary>Fails unless the file, named from the root of the repository, has exactly this text.</summary>
    public static void Matches(string file, string expected)
    {
        var actual = File.Exists(RepositoryRoot.Of(file)) ? File.ReadAllText(RepositoryRoot.Of(file)) : "";
        if (Difference(file, actual, expected) is { } difference)
        {
            var received = RepositoryRoot.Of(".artifacts", "received", file);
            Directory.CreateDirectory(Path.GetDirectoryName(received)!);
            File.WriteAllText(received, expected);
            Assert.Fail(difference);
        }
    }

    /// <summary>The first line that differs and the command that accepts it; null if there is none.</summary>
    public static string? Difference(string file, string actual, string expected)
    {
        var (has, wants) = (actual.Split('\n'), expected.Split('\n'));
        var line = Enumerable.Range(0, Math.Max(has.Length, wants.Length))
            .FirstOrDefault(i => has.ElementAtOrDefault(i) != wants.ElementAtOrDefault(i), -1);
        return line < 0
            ? null
            : $"""
            {file}, line {line + 1}:
              has:       {Begin(has, line)}
              should be: {Begin(wants, line)}
            To accept it: cp .artifacts/received/{file} {file}
            """;
    }

    // Results are one line of 400,000 characters.
    private static string Begin(string[] lines, int place) => lines.ElementAtOrDefault(place) switch
    {
        null => "(end of file)",
        { Length: > 300 } line => line[..300] + " ...",
        var line => line,
    };
}
