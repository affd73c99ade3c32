using System.IO.Pipes;
using System.Runtime.InteropServices;

namespace DhpConformance.Hosting.Transports;

/// <summary>
/// A pair of pipes on Linux and macOS, asked with poll(2) before each read. Killing a process does not always end a
/// read: if it left a child that holds its output, a plain read waits for that child for ever.
/// </summary>
internal sealed class PolledPipe(PipeStream input, PipeStream output) : ITransport
{
    // The least that POSIX lets be written at once into a pipe that says it has room (PIPE_BUF on macOS).
    private const int Chunk = 512;
    private const short CanRead = 0x1;
    private const short CanWrite = 0x4;
    private const int Interrupted = 4;

    public int Read(Memory<byte> memory, Deadline until) =>
        WaitFor(input, CanRead, until) ? input.Read(memory.Span) : ITransport.TimedOut;

    public bool Write(ReadOnlyMemory<byte> bytes, Deadline until)
    {
        while (!bytes.IsEmpty)
        {
            if (!WaitFor(output, CanWrite, until))
            {
                return false;
            }

            var chunk = bytes[..Math.Min(bytes.Length, Chunk)];
            output.Write(chunk.Span);
            bytes = bytes[chunk.Length..];
        }

        return true;
    }

    public void EndOutput() => output.Dispose();

    public void Dispose()
    {
        input.Dispose();
        output.Dispose();
    }

    private static bool WaitFor(PipeStream pipe, short events, Deadline until)
    {
        var wanted = new Wanted { Descriptor = (int)pipe.SafePipeHandle.DangerousGetHandle(), Events = events };
        while (true)
        {
            // Whatever else poll reports, such as the end of the other side, the read or write itself will say.
            var ready = Poll(ref wanted, 1, until.NextMilliseconds);
            if (ready > 0 || (ready == 0 && until.HasPassed))
            {
                return ready > 0;
            }

            // A signal, such as the end of another child, is no reason to give up.
            if (ready < 0 && Marshal.GetLastPInvokeError() != Interrupted)
            {
                throw new IOException($"poll failed with error {Marshal.GetLastPInvokeError()}.");
            }
        }
    }

    [DllImport("libc", EntryPoint = "poll", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Poll(ref Wanted wanted, nuint count, int milliseconds);

    /// <summary>struct pollfd.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct Wanted
    {
        public int Descriptor;
        public short Events;
        public short Returned;
    }
}
