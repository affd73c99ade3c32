using System.Globalization;
using System.Text;

namespace DhpConformance.Reporting.Text;

/// <summary>
/// Text of an implementation, made fit to be shown: valid Unicode, nothing invisible, no endless lines. Escaping is
/// left to the writer of each format; what stands here cannot be undone by one that decodes once too often.
/// </summary>
public static class SafeText
{
    /// <summary>The text with what cannot be shown replaced, and cut visibly where it is too long.</summary>
    /// <param name="text">Any text; null is an empty one.</param>
    /// <param name="limit">How many characters are kept.</param>
    public static string Text(string? text, int limit)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        var kept = text.Length <= limit ? text.AsSpan() : text.AsSpan(0, limit);
        var legible = new StringBuilder(kept.Length);
        var rest = kept;
        while (!rest.IsEmpty)
        {
            Rune.DecodeFromUtf16(rest, out var rune, out var length);
            Append(legible, rune, rest.Length > 1 ? rest[1] : '\0');
            rest = rest[length..];
        }

        return text.Length <= limit
            ? legible.ToString()
            : $"{legible}… [cut: {Amount.Of(text.Length - limit)} more characters]";
    }

    /// <summary>The same on one line.</summary>
    /// <param name="text">Any text; null is an empty one.</param>
    /// <param name="limit">How many characters are kept.</param>
    public static string Line(string? text, int limit) => Text(text, limit).Replace('\n', ' ').Replace('\t', ' ');

    private static void Append(StringBuilder legible, Rune rune, char next)
    {
        switch (rune.Value)
        {
            case '\n' or '\t':
                legible.Append((char)rune.Value);
                break;
            case '\r' when next == '\n':
                break;
            case 0x2028 or 0x2029:
                legible.Append('\n');
                break;
            case < 0x20:
                // ␀ and its like: one can see what was there.
                legible.Append((char)(0x2400 + rune.Value));
                break;
            case 0x7F:
                legible.Append('␡');
                break;
            default:
                legible.Append(IsShown(rune) ? rune.ToString() : "\uFFFD");
                break;
        }
    }

    // Formatting characters turn text around or hide it; a non-character is forbidden in some format or other.
    private static bool IsShown(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format)
        && (rune.Value & 0xFFFE) != 0xFFFE
        && rune.Value is not (>= 0xFDD0 and <= 0xFDEF);
}
