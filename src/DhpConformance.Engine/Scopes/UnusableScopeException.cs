namespace DhpConformance.Engine.Scopes;

/// <summary>
/// A scope cannot be gone through, which was found out before anything was asked of the implementation. The message is
/// a sentence: why, and what to do.
/// </summary>
public sealed class UnusableScopeException : Exception
{
    /// <summary>A scope that cannot be gone through.</summary>
    /// <param name="message">Why, and what to do.</param>
    public UnusableScopeException(string message)
        : base(message)
    {
    }

    /// <summary>Whether raising the limit of states would do.</summary>
    public bool IsTooLarge { get; init; }
}
