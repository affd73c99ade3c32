namespace DhpConformance.Abstractions;

/// <summary>How a server that is under test broke, as opposed to how it answered.</summary>
public enum ServerFault
{
    /// <summary>It never got as far as its first answer. Says nothing about any rule.</summary>
    CouldNotStart,

    /// <summary>Its process ended, or its connection was lost, before it had answered.</summary>
    Ended,

    /// <summary>It did not answer within the time it was given.</summary>
    DeadlineMissed,

    /// <summary>What it answered is not an answer: not JSON, not the vocabulary, or not to this request.</summary>
    InvalidData,

    /// <summary>It said itself that something in it broke, as an exception does in process.</summary>
    Reported,
}
