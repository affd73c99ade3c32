using System.Text.Json;

namespace DhpConformance.Cli.Commands.Specs;

/// <summary>A page of the specification, a schema or a sample, as it came with this tool.</summary>
/// <param name="Path">Where it is below <c>specs</c>, with slashes on every system: <c>rules/hot-add.md</c>.</param>
internal sealed record SpecPage(string Path)
{
    private const string Folder = "specs/";
    private const string Page = ".md";
    private const string Schema = ".schema.json";

    /// <summary>All of them, by path.</summary>
    public static IReadOnlyList<SpecPage> All { get; } =
    [
        .. typeof(SpecPage).Assembly.GetManifestResourceNames()
            .Where(name => Slashed(name).StartsWith(Folder, StringComparison.Ordinal))
            .Select(name => new SpecPage(Slashed(name)[Folder.Length..]))
            .OrderBy(page => page.Path.Contains('/', StringComparison.Ordinal))
            .ThenBy(page => page.Path, StringComparer.Ordinal),
    ];

    /// <summary>What it is asked for by: a page needs no ending.</summary>
    public string Name => Path.EndsWith(Page, StringComparison.Ordinal) ? Path[..^Page.Length] : Path;

    /// <summary>Its heading.</summary>
    public string Title
    {
        get
        {
            var text = Text;
            if (Path.EndsWith(Page, StringComparison.Ordinal))
            {
                return text[..text.IndexOf('\n', StringComparison.Ordinal)].TrimStart('#').Trim();
            }

            if (!Path.EndsWith(Schema, StringComparison.Ordinal))
            {
                return "a sample";
            }

            using var schema = JsonDocument.Parse(text);
            return schema.RootElement.GetProperty("title").GetString()!;
        }
    }

    /// <summary>What is on it, word for word.</summary>
    public string Text
    {
        get
        {
            var assembly = typeof(SpecPage).Assembly;
            var resource = assembly.GetManifestResourceNames().Single(name => Slashed(name) == Folder + Path);
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            return reader.ReadToEnd();
        }
    }

    /// <summary>The page with this name, as messages, links and this tool write it; null if there is none.</summary>
    public static SpecPage? Find(string name)
    {
        var wanted = Slashed(name);
        wanted = wanted.StartsWith(Folder, StringComparison.OrdinalIgnoreCase) ? wanted[Folder.Length..] : wanted;
        return All.FirstOrDefault(page =>
            string.Equals(page.Name, wanted, StringComparison.OrdinalIgnoreCase)
            || string.Equals(page.Path, wanted, StringComparison.OrdinalIgnoreCase));
    }

    private static string Slashed(string path) => path.Replace('\\', '/');
}
