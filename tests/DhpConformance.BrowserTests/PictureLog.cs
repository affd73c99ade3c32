using System.Security.Cryptography;

namespace DhpConformance.BrowserTests;

/// <summary>
/// Which pages the pictures below <c>reports/sample</c> were taken of, as <c>sha256sum</c> writes it. A picture taken
/// last month of a page that looks different today would be a lie.
/// </summary>
internal static class PictureLog
{
    private static readonly string Path = Tools.Sample("pictures.sha256");

    /// <summary>Whether the pictures were taken of this page as it is now.</summary>
    public static bool Knows(string page) => File.Exists(Path) && File.ReadAllLines(Path).Contains(Line(page));

    /// <summary>Says that they were.</summary>
    public static void Enter(string page)
    {
        var others = File.Exists(Path) ? File.ReadAllLines(Path) : [];
        File.WriteAllLines(
            Path,
            others.Where(line => !line.EndsWith($"  {page}", StringComparison.Ordinal)).Append(Line(page))
                .Order(StringComparer.Ordinal));
    }

    // Of the text, so that it is the same where files are checked out with other line ends.
    private static string Line(string page)
    {
        var text = File.ReadAllText(Tools.Sample(page)).ReplaceLineEndings("\n");
        return $"{Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)))}  {page}";
    }
}
