using DhpConformance.Hosting.Transports;

namespace DhpConformance.Hosting.OutOfProcess;

/// <summary>An adapter that is running, and the way to it.</summary>
internal interface IAdapterLink : IDisposable
{
    /// <summary>How it was reached, as the user wrote it.</summary>
    string Name { get; }

    /// <summary>The way to it and back.</summary>
    ITransport Wire { get; }

    /// <summary>Whether it is known to have ended, though its output may still be held open by others.</summary>
    bool HasEnded { get; }

    /// <summary>
    /// Is cancelled a moment after it has ended, when all that it had written has come: whoever holds its output open
    /// has nothing to say.
    /// </summary>
    CancellationToken Ended { get; }

    /// <summary>Whether further links lead to the same adapter, so that they can join a session of it.</summary>
    bool IsShared => false;

    /// <summary>
    /// Where to look for the cause, as a sentence. Asked when it has ended, and only then complete.
    /// </summary>
    string WhereItLogs { get; }

    /// <summary>What was done to it when it had to be given up, as the end of a sentence.</summary>
    string HowItIsGivenUp { get; }

    /// <summary>How its input or output ended, as the rest of a sentence that begins with the adapter.</summary>
    /// <param name="closed">Which of them, <c>input</c> or <c>output</c>.</param>
    /// <param name="patience">How long it may take to end after it has closed that.</param>
    string HowItEnded(string closed, TimeSpan patience);

    /// <summary>Ends it, and answers the end of what it logged; null if nothing.</summary>
    /// <param name="patience">How long it may take to end by itself, when its input ends; 0 for not at all.</param>
    string? Kill(TimeSpan patience);

    /// <summary>Lets it end by itself, since it was told to; kills what has not ended in time.</summary>
    IEnumerable<HostingException> End(TimeSpan patience);
}
