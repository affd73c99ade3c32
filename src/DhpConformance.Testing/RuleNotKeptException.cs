namespace DhpConformance.Testing;

/// <summary>A rule is broken, or could not be judged. The message tells how, and how to see it again.</summary>
/// <param name="message">The full message.</param>
public sealed class RuleNotKeptException(string message) : Exception(message)
{
    /// <summary>None: it would lead into the suite, and what is wrong is elsewhere.</summary>
    public override string? StackTrace => null;
}
