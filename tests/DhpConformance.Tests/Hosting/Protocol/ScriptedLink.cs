using System.Text;
using DhpConformance.Hosting;
using DhpConformance.Hosting.OutOfProcess;
using DhpConformance.Hosting.Transports;

namespace DhpConformance.Tests.Hosting.Protocol;

/// <summary>An adapter that says what it was given to say, whatever it is asked.</summary>
internal sealed class ScriptedLink(string output, bool silentAfter = false) : IAdapterLink
{
    public string Name => "scripted";

    public ITransport Wire { get; } = new ScriptedWire(Encoding.UTF8.GetBytes(output), silentAfter);

    /// <summary>Whether it has ended although its output stays open, after what it had to say.</summary>
    public bool HasEnded => silentAfter;

    public CancellationToken Ended => CancellationToken.None;

    public string WhereItLogs => "It has no log.";

    public string HowItIsGivenUp => "was given up";

    public string HowItEnded(string closed, TimeSpan patience) => "has nothing more to say";

    public string? Kill(TimeSpan patience) => null;

    public IEnumerable<HostingException> End(TimeSpan patience) => [];

    public void Dispose() => Wire.Dispose();

    private sealed class ScriptedWire(byte[] output, bool silentAfter) : ITransport
    {
        private readonly MemoryStream stream = new(output);

        public int Read(Memory<byte> memory, Deadline until) =>
            stream.Read(memory.Span) is > 0 and var count ? count : silentAfter ? ITransport.TimedOut : 0;

        public bool Write(ReadOnlyMemory<byte> bytes, Deadline until) => true;

        public void EndOutput()
        {
        }

        public void Dispose() => stream.Dispose();
    }
}
