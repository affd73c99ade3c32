using DhpConformance.Abstractions;

namespace DhpConformance.Hosting;

/// <summary>
/// An implementation could not be reached, or broke on the way. The message says what happened, the likely cause and
/// what to do next.
/// </summary>
public sealed class HostingException : ServerFaultException
{
    internal HostingException(
        HostingFault kind,
        string message,
        bool effectUnknown = false,
        string? line = null,
        string? standardError = null,
        Exception? innerException = null)
        : base(FaultOf(kind), message, effectUnknown, EvidenceOf(line, standardError), innerException)
    {
        Kind = kind;
        Line = line;
        StandardError = standardError;
    }

    /// <summary>Which of the known troubles this is.</summary>
    public HostingFault Kind { get; }

    /// <summary>The line received, cut to 200 characters; null if none was.</summary>
    public string? Line { get; }

    /// <summary>The end of what the adapter wrote to standard error, at most 8 KiB; null if nothing.</summary>
    public string? StandardError { get; }

    private static ServerFault FaultOf(HostingFault kind) => kind switch
    {
        HostingFault.ExitedMidCall or HostingFault.BackendLost => ServerFault.Ended,
        HostingFault.NeverAnswered or HostingFault.AnsweredLate or HostingFault.BackendSilent
            => ServerFault.DeadlineMissed,
        HostingFault.Garbage or HostingFault.LogOnStdout or HostingFault.ByteOrderMark or HostingFault.LineTooLong
            or HostingFault.InvalidMessage or HostingFault.WrongId or HostingFault.UnsolicitedMessage
            or HostingFault.RequestDisputed => ServerFault.InvalidData,
        HostingFault.Reported => ServerFault.Reported,
        _ => ServerFault.CouldNotStart,
    };

    private static string? EvidenceOf(string? line, string? standardError) => (line, standardError) switch
    {
        (null, null) => null,
        (_, null) => $"Received: {line}",
        (null, _) => $"Standard error ends:\n{standardError}",
        _ => $"Received: {line}\nStandard error ends:\n{standardError}",
    };
}
