using System.Text.Json;

namespace DhpConformance.Cli.Corpus;

/// <summary>
/// How often each case of a corpus has passed in a row. A hint, and nothing more: where it is lost or
/// damaged, a case is kept longer.
/// </summary>
internal sealed class PassCounts
{
    /// <summary>The name of the file.</summary>
    public const string FileName = "passes.json";

    /// <summary>A case that has passed so often is forgotten.</summary>
    public const int Enough = 10;

    private readonly SortedDictionary<string, int> counts;

    public PassCounts(string folder) => counts = Read(Path.Combine(folder, FileName));

    /// <summary>How often a case has passed since it failed.</summary>
    public int Of(string name) => counts.GetValueOrDefault(name);

    /// <summary>A case has passed; answers how often by now.</summary>
    public int Passed(string name) => counts[name] = Math.Min(Enough, Of(name) + 1);

    /// <summary>A case has failed, or is forgotten.</summary>
    public bool Forget(string name) => counts.Remove(name);

    /// <summary>The content of the file.</summary>
    public string Text() => JsonSerializer.Serialize(counts) + "\n";

    private static SortedDictionary<string, int> Read(string file)
    {
        try
        {
            var read = JsonSerializer.Deserialize<Dictionary<string, int>>(File.ReadAllText(file)) ?? [];
            return new(
                read.Where(one => one.Value is >= 0 and <= Enough).ToDictionary(), StringComparer.Ordinal);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            return new(StringComparer.Ordinal);
        }
    }
}
