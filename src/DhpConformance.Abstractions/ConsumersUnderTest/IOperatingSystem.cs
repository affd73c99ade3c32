namespace DhpConformance.Abstractions;

/// <summary>The operating system, as a consumer that is under test sees it.</summary>
public interface IOperatingSystem
{
    /// <summary>
    /// Carries out a call and answers it. The methods of <see cref="SystemCalls"/> are easier to read.
    /// </summary>
    /// <exception cref="ConsumerFaultException">
    /// No event is being handled, or so many calls were made in one event that it looks endless. Let it pass.
    /// </exception>
    SystemAnswer Call(SystemCall call);
}
