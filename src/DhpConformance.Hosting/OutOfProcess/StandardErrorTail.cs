using System.Text;

namespace DhpConformance.Hosting.OutOfProcess;

/// <summary>
/// Keeps the end of what an adapter writes to standard error, however much that is. Somebody has to read it: an
/// adapter whose log nobody reads stops when the pipe is full.
/// </summary>
internal sealed class StandardErrorTail
{
    /// <summary>Most bytes kept.</summary>
    public const int Kept = 8 * 1024;

    private const int SmallStack = 256 * 1024;

    private readonly byte[] ring = new byte[Kept];
    private readonly Lock gate = new();
    private readonly Thread reader;
    private long written;

    public StandardErrorTail(Stream stream)
    {
        // A thread of its own, since a blocking read is all that a pipe offers; it ends with the last writer.
        reader = new Thread(() => Drain(stream), SmallStack) { IsBackground = true, Name = "standard error" };
        reader.Start();
    }

    /// <summary>Waits until the last writer has ended, so that a final stack trace is not missed.</summary>
    public void WaitForEnd(TimeSpan time) => reader.Join(time);

    /// <summary>The end of it as text; null if nothing was written.</summary>
    public string? Text()
    {
        lock (gate)
        {
            if (written == 0)
            {
                return null;
            }

            var count = (int)Math.Min(written, Kept);
            var first = (int)((written - count) % Kept);
            var text = Encoding.UTF8.GetString(
            [.. ring[first..Math.Min(Kept, first + count)], .. ring[..Wrapped(first, count)]]);
            return written > Kept ? $"... ({written - Kept} bytes before this)\n{text}" : text;
        }
    }

    private static int Wrapped(int first, int count) => Math.Max(0, first + count - Kept);

    private void Drain(Stream stream)
    {
        var chunk = new byte[Kept];
        try
        {
            for (var count = stream.Read(chunk); count > 0; count = stream.Read(chunk))
            {
                lock (gate)
                {
                    var first = (int)(written % Kept);
                    var straight = Math.Min(count, Kept - first);
                    chunk.AsSpan(0, straight).CopyTo(ring.AsSpan(first));
                    chunk.AsSpan(straight, count - straight).CopyTo(ring);
                    written += count;
                }
            }
        }
        catch (Exception problem) when (problem is IOException or ObjectDisposedException)
        {
            // The adapter is gone, and with it the rest of what it had to say.
        }
    }
}
