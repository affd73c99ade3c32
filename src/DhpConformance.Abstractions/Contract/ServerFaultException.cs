namespace DhpConformance.Abstractions;

/// <summary>
/// A server under test broke, or the way to it did. Thrown by any member of <see cref="IPartitionableServer"/> that
/// reaches its server through a channel; any other exception counts as <see cref="ServerFault.Reported"/> with an
/// unknown effect.
/// </summary>
/// <remarks>
/// After it the server can be used again from the next <see cref="IPartitionableServer.Reset"/> on, which starts
/// afresh. The case that was under way cannot be continued.
/// </remarks>
/// <param name="fault">How it broke.</param>
/// <param name="message">What happened, the likely cause, and what to do next, in sentences.</param>
/// <param name="effectUnknown">
/// Whether the operation that was under way may have taken effect; false if it certainly changed nothing.
/// </param>
/// <param name="evidence">What was received and logged, for whoever looks into it; null if there is nothing.</param>
/// <param name="innerException">The exception that showed it, or null.</param>
public class ServerFaultException(
    ServerFault fault,
    string message,
    bool effectUnknown = true,
    string? evidence = null,
    Exception? innerException = null) : Exception(message, innerException)
{
    /// <summary>How it broke.</summary>
    public ServerFault Fault { get; } = fault;

    /// <summary>Whether the operation that was under way may have taken effect.</summary>
    public bool EffectUnknown { get; } = effectUnknown;

    /// <summary>The line received and the end of what it logged, several lines; null if there is nothing.</summary>
    public string? Evidence { get; } = evidence;
}
