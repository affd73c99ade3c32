namespace DhpConformance.Abstractions;

/// <summary>
/// A driver or an application that is under test. The suite is the operating system: it sends events, one at a time,
/// and answers the calls that the consumer makes meanwhile. Every call is recorded, so that most duties are seen and
/// need not be declared.
/// </summary>
/// <remarks>
/// The first event of a case is <see cref="LoadEvent"/> and the last one <see cref="UnloadEvent"/>. A load after that,
/// or in the middle of a case that was given up, begins anew: nothing of before remains. An exception that leaves
/// <see cref="On"/> is what a bug check is to a driver: it breaks a rule.
/// </remarks>
public interface IConsumerUnderTest : IDisposable
{
    /// <summary>What it says of itself: the same every time, and without any event before.</summary>
    ConsumerDescription Describe();

    /// <summary>Handles one event.</summary>
    /// <param name="happening">What the operating system has to say. Its context is data, and stays as it is.</param>
    /// <param name="system">
    /// The operating system. It may be called until this method returns, and not later. While a registration is called
    /// for, it may call this method again: for the processors that are there already; and while the consumer waits, for
    /// DPCs and interrupts.
    /// </param>
    ConsumerAnswer On(ConsumerEvent happening, IOperatingSystem system);
}
