using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Components;

namespace DhpConformance.Reporting.Html;

/// <summary>The inlined styles and scripts of a page, and the security policy that allows these alone.</summary>
internal static class PageAssets
{
    private static readonly string Css = Read("css");
    private static readonly string JavaScript = Read("js");

    /// <summary>Only the style and the script of this suite may take effect; nothing may be fetched or sent.</summary>
    public static string Policy { get; } =
        $"default-src 'none'; style-src '{Hash(Css)}'; script-src '{Hash(JavaScript)}'; img-src data:; "
        + "base-uri 'none'; form-action 'none'";

    public static MarkupString Style { get; } = new($"<style>{Css}</style>");

    public static MarkupString Script { get; } = new($"<script>{JavaScript}</script>");

    // Without an icon of its own, browsers ask the server for one.
    public static MarkupString Icon { get; } = new("<link rel=\"icon\" href=\"data:,\">");

    private static string Read(string extension)
    {
        var assembly = typeof(PageAssets).Assembly;
        var text = new StringBuilder("\n");
        var names = assembly.GetManifestResourceNames().Where(name => name.EndsWith('.' + extension));
        foreach (var name in names.Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            text.Append(reader.ReadToEnd().ReplaceLineEndings("\n"));
        }

        return text.ToString();
    }

    private static string Hash(string text) =>
        $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";
}
