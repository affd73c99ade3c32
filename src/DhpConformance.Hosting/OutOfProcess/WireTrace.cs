using System.Diagnostics;
using System.Globalization;
using DhpConformance.Hosting.Protocol;

namespace DhpConformance.Hosting.OutOfProcess;

/// <summary>
/// Tells what goes over the wire of one adapter, for people: what is asked, and what is answered after which time.
/// </summary>
/// <param name="traced">Receives each line.</param>
internal sealed class WireTrace(Action<string> traced)
{
    private readonly Stopwatch clock = new();

    /// <summary>A request is about to be sent.</summary>
    public void Asked(PendingRequest asked, ReadOnlySpan<byte> line)
    {
        traced($"> {asked.Id} {Excerpt.Of(line).TrimEnd()}");
        clock.Restart();
    }

    /// <summary>It was answered.</summary>
    public void Answered(PendingRequest asked, ReadOnlySpan<byte> line)
    {
        var took = clock.Elapsed.TotalMilliseconds;
        traced(string.Create(CultureInfo.InvariantCulture, $"< {asked.Id} {took:0.00} ms {Excerpt.Of(line)}"));
    }
}
