using System.Globalization;
using DhpConformance.Hosting.Protocol;

namespace DhpConformance.Hosting.OutOfProcess;

/// <summary>No answer, or none in time.</summary>
internal static class SilenceFault
{
    public static AdapterFault NeverAnswered(PendingRequest asked, string howItIsGivenUp) => new(
        HostingFault.NeverAnswered,
        $"The adapter did not answer {asked} within {Seconds(asked.Allowed)} and {howItIsGivenUp}. It may keep its "
            + "answer in a buffer, wait for more than one line, or hang. Flush the output after every line; if it is "
            + "only slow, raise --timeout-scale.");

    public static AdapterFault AnsweredLate(PendingRequest asked, TimeSpan taken) => new(
        HostingFault.AnsweredLate,
        $"The adapter answered {asked} after {Seconds(taken)}, though its deadline was {Seconds(asked.Allowed)}. A "
            + "late answer does not count. Answer with error 5 when 'deadlineMs' cannot be kept; if it is only slow, "
            + "raise --timeout-scale.");

    public static AdapterFault Ended(PendingRequest asked, string how, ReadOnlySpan<byte> rest, string whereItLogs)
    {
        var midLine = rest.IsEmpty ? "" : $" It had begun a line: «{Excerpt.Of(rest)}».";
        return asked.Method == Method.Initialize
            ? new AdapterFault(
                HostingFault.DidNotStart,
                $"The adapter {how} before it answered {asked}.{midLine} {whereItLogs} Start it by hand and type a "
                    + "line: it should wait for it.")
            : new AdapterFault(
                HostingFault.ExitedMidCall,
                $"The adapter {how} before it answered {asked}.{midLine} An adapter ends only at the end of its "
                    + $"input. {whereItLogs} A request that the rules forbid is answered with a refusal.");
    }

    public static AdapterFault EndedBehindAnother(PendingRequest asked, string how, string whereItLogs) => new(
        HostingFault.ExitedMidCall,
        $"The adapter {how} before it answered {asked}, and a process that it had started went on holding its output. "
            + $"{whereItLogs} Start other processes with an output of "
            + "their own.");

    public static AdapterFault GoneBefore(PendingRequest asked, string how, string whereItLogs) => new(
        HostingFault.ExitedMidCall,
        $"The adapter {how} before it had read {asked}. An adapter ends only at the end of its input. {whereItLogs}",
        EffectUnknown: false);

    private static string Seconds(TimeSpan time) =>
        string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.##} s");
}
