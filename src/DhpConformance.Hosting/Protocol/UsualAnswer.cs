using System.Buffers.Text;

namespace DhpConformance.Hosting.Protocol;

/// <summary>
/// An answer as nearly every adapter writes it: without white space, its members in the usual order. Its result can be
/// read at once; taking the line apart first would mean to read every byte twice.
/// </summary>
internal static class UsualAnswer
{
    private const int MostDigits = 20;

    /// <summary>
    /// What stands where the result of an answer stands; empty if the line does not look like one. It may be more than
    /// the result, or no JSON at all: whoever reads it finds out, and takes the line apart to say what is wrong.
    /// </summary>
    public static ReadOnlySpan<byte> ResultOf(ReadOnlySpan<byte> line, long id)
    {
        Span<byte> digits = stackalloc byte[MostDigits];
        Utf8Formatter.TryFormat(id, digits, out var count);
        var rest = line;
        return Take(ref rest, "{\"jsonrpc\":\"2.0\",\"id\":"u8) && Take(ref rest, digits[..count])
            && Take(ref rest, ",\"result\":"u8) && rest is [_, .., (byte)'}']
            ? rest[..^1]
            : default;
    }

    private static bool Take(ref ReadOnlySpan<byte> rest, scoped ReadOnlySpan<byte> beginning)
    {
        var begins = rest.StartsWith(beginning);
        rest = begins ? rest[beginning.Length..] : rest;
        return begins;
    }
}
