using System.Diagnostics;
using DhpConformance.Abstractions;

namespace DhpConformance.Hosting.OutOfProcess;

/// <summary>
/// Notices when an implementation answers nothing any more, whichever of its servers is asked: after three requests,
/// one after the other, that were not answered in time, it is asked nothing more, and a run ends within three
/// deadlines.
/// </summary>
/// <remarks>
/// Requests that several threads have sent at the same time count as one: a server that hangs in one operation only
/// hangs on all threads at once, and answers the next reset.
/// </remarks>
internal sealed class Silence
{
    private const int Most = 3;

    private readonly Lock gate = new();
    private int missed;
    private long since;

    /// <summary>A moment to give to <see cref="Tell"/> later.</summary>
    public static long Now => Stopwatch.GetTimestamp();

    /// <summary>Refuses to wait once more for what has not answered.</summary>
    /// <exception cref="HostingException">It is asked nothing more.</exception>
    public void ThrowIfFinal()
    {
        lock (gate)
        {
            if (missed >= Most)
            {
                throw new HostingException(
                    HostingFault.NeverAnswered,
                    $"The implementation is asked nothing more, since {Most} requests, one after the other, were not "
                        + "answered in time. See what it waits for, or raise --timeout-scale if it is only slow.");
            }
        }
    }

    /// <summary>A request was answered, or what became of it says that there is somebody.</summary>
    public void Break()
    {
        lock (gate)
        {
            missed = missed >= Most ? missed : 0;
        }
    }

    /// <summary>A request was not answered as it should.</summary>
    /// <param name="problem">How.</param>
    /// <param name="sent">When it was sent.</param>
    public void Tell(HostingException problem, long sent)
    {
        if (problem.Kind is HostingFault.Interrupted)
        {
            return;
        }

        if (problem.Fault != ServerFault.DeadlineMissed || problem.Kind == HostingFault.AnsweredLate)
        {
            Break();
            return;
        }

        lock (gate)
        {
            if (missed < Most && sent >= since)
            {
                missed++;
                since = Now;
            }
        }
    }
}
