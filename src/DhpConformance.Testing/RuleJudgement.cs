namespace DhpConformance.Testing;

/// <summary>What became of one test.</summary>
/// <param name="FailureMessage">What is wrong, with the sequence that shows it; null if nothing is.</param>
/// <param name="Skipped">Why there is nothing to say; null if there is.</param>
public sealed record RuleJudgement(string? FailureMessage = null, string? Skipped = null)
{
    /// <summary>The rule was put to the test, and kept.</summary>
    public static RuleJudgement Kept { get; } = new();

    /// <exception cref="RuleNotKeptException">The rule was not kept.</exception>
    public void ThrowIfNotKept()
    {
        if (FailureMessage is not null)
        {
            throw new RuleNotKeptException(FailureMessage);
        }
    }
}
