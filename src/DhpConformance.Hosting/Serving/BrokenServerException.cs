using DhpConformance.Abstractions;
using DhpConformance.Hosting.Protocol;

namespace DhpConformance.Hosting.Serving;

/// <summary>The server that an adapter stands for threw an exception.</summary>
internal sealed class BrokenServerException(Exception innerException)
    : Exception(Words(innerException), innerException)
{
    /// <summary>What the suite gets, so that it knows whether the request may have taken effect.</summary>
    public ErrorCode CodeFor(Method method) => InnerException switch
    {
        ServerFaultException { EffectUnknown: false } => ErrorCode.Unavailable,
        ServerFaultException { Fault: ServerFault.DeadlineMissed } => ErrorCode.DeadlineExceeded,
        ServerFaultException { Fault: ServerFault.Ended } => ErrorCode.BackendLost,
        _ when method == Method.Reset => ErrorCode.ResetFailed,
        _ => ErrorCode.InternalError,
    };

    /// <summary>
    /// What standard error is told besides: where an exception comes from, and of a fault, which was thrown on purpose
    /// and is in the answer, nothing but its evidence.
    /// </summary>
    public string Log => (InnerException is ServerFaultException fault ? fault.Evidence : InnerException!.ToString())
        is { } text ? text + Environment.NewLine : "";

    // A fault speaks in sentences; of another exception the name often says more than the message.
    private static string Words(Exception problem) =>
        problem is ServerFaultException ? problem.Message : $"{problem.GetType().Name}: {problem.Message}";
}
