using DhpConformance.Abstractions;
using DhpConformance.Hosting.Protocol;

namespace DhpConformance.Hosting.Serving;

/// <summary>The server that an adapter stands for threw an exception.</summary>
internal sealed class BrokenServerException(Exception innerException)
    : Exception($"{innerException.GetType().Name}: {innerException.Message}", innerException)
{
    /// <summary>What the suite is told, so that it knows whether the request may have taken effect.</summary>
    public ErrorCode CodeFor(Method method) => InnerException switch
    {
        ServerFaultException { EffectUnknown: false } => ErrorCode.Unavailable,
        ServerFaultException { Fault: ServerFault.DeadlineMissed } => ErrorCode.DeadlineExceeded,
        ServerFaultException { Fault: ServerFault.Ended } => ErrorCode.BackendLost,
        _ when method == Method.Reset => ErrorCode.ResetFailed,
        _ => ErrorCode.InternalError,
    };
}
