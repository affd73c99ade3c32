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
        return Of(text, line.Length);
    }

    public static string Of(string text) => Of(text, Encoding.UTF8.GetByteCount(text));

    private static string Of(string text, int bytes)
    {
        var shown = text.Length <= Longest ? text : text[..Longest];
        var visible = string.Concat(shown.Select(c => char.IsControl(c) ? $"\\u{(int)c:x4}" : c.ToString()));
        return text.Length <= Longest ? visible : $"{visible}... ({bytes} bytes)";
    }
}
