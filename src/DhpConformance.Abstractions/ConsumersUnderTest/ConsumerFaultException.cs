namespace DhpConformance.Abstractions;

/// <summary>
/// A consumer under test, or the way to it, broke the contract, so that no rule can be judged. Thrown by the suite and
/// by whatever reaches a consumer through a channel.
/// </summary>
/// <param name="message">What happened and what to do, in sentences.</param>
/// <param name="innerException">The exception that showed it, or null.</param>
public class ConsumerFaultException(string message, Exception? innerException = null)
    : Exception(message, innerException);
