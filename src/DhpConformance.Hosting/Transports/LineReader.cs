using DhpConformance.Hosting.Protocol;

namespace DhpConformance.Hosting.Transports;

/// <summary>Cuts what comes over a wire into lines, in memory that is used again and again.</summary>
internal sealed class LineReader(ITransport wire)
{
    private const int FirstSize = 16 * 1024;

    private byte[] buffer = new byte[FirstSize];
    private int start;
    private int end;

    /// <summary>What has come of a line that is not complete.</summary>
    public ReadOnlySpan<byte> Rest => buffer.AsSpan(start, end - start);

    /// <summary>
    /// Waits for a whole line and gives it without its end; it is valid until the next call.
    /// </summary>
    /// <exception cref="IOException">The connection is broken.</exception>
    public LineResult Read(Deadline until, out ReadOnlySpan<byte> line)
    {
        var searched = start;
        while (true)
        {
            var length = buffer.AsSpan(searched, end - searched).IndexOf((byte)'\n');
            if (length >= 0)
            {
                line = buffer.AsSpan(start, searched + length - start);
                start = searched + length + 1;
                return LineResult.Line;
            }

            line = default;
            if (end - start >= ProtocolVersion.MaximumLine)
            {
                return LineResult.TooLong;
            }

            MakeRoom();
            searched = end;
            switch (wire.Read(buffer.AsMemory(end), until))
            {
                case ITransport.TimedOut:
                    return LineResult.TimedOut;
                case 0:
                    return LineResult.EndOfInput;
                case var count:
                    end += count;
                    break;
            }
        }
    }

    private void MakeRoom()
    {
        if (start > 0)
        {
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            (start, end) = (0, end - start);
        }

        if (end == buffer.Length)
        {
            Array.Resize(ref buffer, 2 * buffer.Length);
        }
    }
}
