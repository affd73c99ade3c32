using System.Text;

namespace DhpConformance.Hosting.Protocol;

/// <summary>A received line as it is shown to people: cut, and with nothing that a terminal would act upon.</summary>
internal static class Excerpt
{
    private const int Longest = 200;

    public static string Of(ReadOnlySpan<byte> line)
    {
        // Four bytes at most make a character, so that what is cut off is never decoded.
        var text = Encoding.UTF8.GetString(line[..Math.Min(line.Length, 4 * (Longest + 1))]);
        return Cut(text, Longest, line.Length);
    }

    /// <param name="text">What was received.</param>
    /// <param name="longest">The most characters of it that are shown.</param>
    public static string Of(string text, int longest = Longest) => Cut(text, longest, Encoding.UTF8.GetByteCount(text));

    private static string Cut(string text, int longest, int bytes)
    {
        var shown = text.Length <= longest ? text : text[..longest];
        var visible = string.Concat(shown.Select(c => char.IsControl(c) ? $"\\u{(int)c:x4}" : c.ToString()));
        return text.Length <= longest ? visible : $"{visible}... ({bytes} bytes)";
    }
}
