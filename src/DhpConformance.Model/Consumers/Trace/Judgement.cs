namespace DhpConformance.Model.Consumers;

/// <summary>What a checker has to say of one place in a trace.</summary>
/// <param name="Rule">The rule that was put to the test there.</param>
/// <param name="At">The place.</param>
public sealed record Judgement(string Rule, int At)
{
    /// <summary>What should have been seen; null if it was.</summary>
    public string? Expected { get; init; }

    /// <summary>What was seen instead; null if it was as it should be.</summary>
    public string? Observed { get; init; }

    /// <summary>
    /// Whether several duties may be behind it, so that experiments have to tell which one was missed.
    /// </summary>
    public bool IsAmbiguous { get; init; }

    /// <summary>Whether the rule is broken there.</summary>
    public bool IsBroken => Expected is not null;

    /// <summary>The rule is kept, or broken if something else was seen.</summary>
    public static Judgement Of(string rule, int at, bool kept, string expected, string observed) =>
        kept ? new(rule, at) : new(rule, at) { Expected = expected, Observed = observed };
}
