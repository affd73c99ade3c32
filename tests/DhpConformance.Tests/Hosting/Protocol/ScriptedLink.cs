using DhpConformance.Hosting;
using DhpConformance.Hosting.OutOfProcess;
using DhpConformance.Hosting.Wires;

namespace DhpConformance.Tests.Hosting.Protocol;

/// <summary>An adapter that says what it was given to say, whatever it is asked.</summary>
internal sealed class ScriptedLink(string output) : IAdapterLink
{
    public string Name => "scripted";

    public IWire Wire { get; } = new PlainStreams(
        new MemoryStream(System.Text.Encoding.UTF8.GetBytes(output)), Stream.Null);

    public bool HasEnded => false;

    public string HowItEnded(TimeSpan patience) => "has nothing more to say";

    public string? Kill() => null;

    public IEnumerable<HostingException> End(TimeSpan patience) => [];

    public void Dispose() => Wire.Dispose();
}
