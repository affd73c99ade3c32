namespace DhpConformance.Engine;

/// <summary>
/// A file from outside cannot be used. The message is a sentence: what is wrong, where, and what to do.
/// </summary>
public sealed class UnusableFileException : Exception
{
    /// <summary>A file that cannot be used.</summary>
    /// <param name="message">What is wrong, where, and what to do.</param>
    /// <param name="innerException">The exception that showed it, or null.</param>
    public UnusableFileException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
