using System.Text;
using DhpConformance.Abstractions;
using DhpConformance.Adapters.Qemu.Monitor;

namespace DhpConformance.Adapters.Qemu.Guests;

/// <summary>
/// Our program in the operating system of a partition, <c>.ci/guest-agent</c>, over its serial line. It puts
/// processors to use that have come, as an administrator would, and says what there is.
/// </summary>
internal sealed class GuestAgent(LineSocket lines, TimeSpan deadline) : IDisposable
{
    private const int Slice = 50;

    /// <summary>Waits until it has booted.</summary>
    /// <exception cref="MonitorException">It has not in this time.</exception>
    public void Boot(TimeSpan patience)
    {
        if (Line(patience) != "ready")
        {
            throw new MonitorException(ServerFault.InvalidData, "had an agent that was not ready");
        }
    }

    /// <summary>What the operating system sees.</summary>
    /// <exception cref="MonitorException">It does not say.</exception>
    public GuestView Observe()
    {
        lines.Write("look\n");
        return GuestView.Read(Line(deadline));
    }

    /// <summary>
    /// Waits until it sees this; false if it does not in time. A module comes block by block, a processor at once.
    /// </summary>
    public bool Sees(GuestView expected)
    {
        var until = Environment.TickCount64 + (long)deadline.TotalMilliseconds;
        while (Observe() != expected)
        {
            if (Environment.TickCount64 > until)
            {
                return false;
            }

            Thread.Sleep(Slice);
        }

        return true;
    }

    public void Dispose() => lines.Dispose();

    private string Line(TimeSpan patience) => lines.Read(patience) is { } line
        ? Encoding.UTF8.GetString(line.Span).Trim()
        : throw new MonitorException(
            ServerFault.DeadlineMissed, $"had an operating system that said nothing for {patience.TotalSeconds:0.#} s");
}
