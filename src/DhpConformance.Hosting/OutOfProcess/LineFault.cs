using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using DhpConformance.Hosting.Protocol;

namespace DhpConformance.Hosting.OutOfProcess;

/// <summary>A line that is no message at all.</summary>
internal static class LineFault
{
    public static AdapterFault TooLong(PendingRequest asked) => new(
        HostingFault.LineTooLong,
        $"The adapter answered {asked} with a line of more than {ProtocolVersion.MaximumLine} bytes. Either the "
            + "line end after an answer is missing, or an answer grows without bound: an observation holds only the "
            + "notifications since the one before.");

    public static AdapterFault RequestTooLong(PendingRequest asked, int bytes) => new(
        HostingFault.LineTooLong,
        $"The suite has {bytes} bytes to send for {asked}, and a line may have {ProtocolVersion.MaximumLine}. Lower "
            + "the limits that the adapter gives in its handshake.",
        EffectUnknown: false);

    /// <summary>Why the line is not JSON.</summary>
    public static AdapterFault NotJson(PendingRequest asked, ReadOnlySpan<byte> line, JsonException problem)
    {
        if (line.StartsWith(Encoding.UTF8.Preamble))
        {
            return new AdapterFault(
                HostingFault.ByteOrderMark,
                $"The adapter answered {asked} with a byte order mark before the message. Write UTF-8 without one: in "
                    + "C# new UTF8Encoding(false), in Python encoding='utf-8' and not 'utf-8-sig'.");
        }

        if (line.Contains((byte)0) || !Utf8.IsValid(line))
        {
            return new AdapterFault(
                HostingFault.Garbage,
                $"The adapter answered {asked} with bytes that are not UTF-8: «{Excerpt.Of(line)}». It may write "
                    + "UTF-16 or a code page, or something else writes to its standard output. Set the encoding of "
                    + "the output to UTF-8.");
        }

        return line.TrimStart(" \t"u8) is [(byte)'{' or (byte)'[', ..]
            ? new AdapterFault(
                HostingFault.Garbage,
                $"The adapter answered {asked} with a line that is not JSON: «{Excerpt.Of(line)}», at byte "
                    + $"{problem.BytePositionInLine}. A message is one object on one line, written by a JSON "
                    + "library or with every quote and backslash in its strings escaped.")
            : new AdapterFault(
                HostingFault.LogOnStdout,
                $"The adapter wrote a line to standard output that is not a message, when {asked} was to be answered: "
                    + $"«{Excerpt.Of(line)}». Standard output belongs to the protocol. Log to standard error: in "
                    + "Python print(..., file=sys.stderr), in C fprintf(stderr, ...).");
    }
}
