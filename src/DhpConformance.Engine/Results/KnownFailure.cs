using System.Collections.Immutable;
using System.Text.Json.Serialization;
using DhpConformance.Engine.Judging;

namespace DhpConformance.Engine.Results;

/// <summary>A rule that an implementation is known to break, until somebody has mended it.</summary>
/// <param name="Rule">Its id.</param>
/// <param name="Reason">Why it is broken, for whoever wonders.</param>
/// <param name="Link">Where its mending is followed: an address.</param>
public sealed record KnownFailure(string Rule, string Reason, string Link)
{
    /// <summary>
    /// Texts of which what was observed contains one, letter for letter: another failure of the rule is not known. Null
    /// for every failure of the rule; never empty.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<string>? Observed { get; init; }

    /// <summary>
    /// The signatures of the causes that are known, each a <see cref="CauseSignature"/>: a failure of the rule with
    /// another cause is not known. Null for every cause; never empty.
    /// </summary>
    [JsonPropertyName("cause")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<string>? Causes { get; init; }

    /// <summary>Whether a failure of its rule is the one that is known.</summary>
    public bool Is(Failure failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        return HasCause(failure) && IsObserved(failure.Observed);
    }

    /// <summary>Whether a failure of its rule has a cause that is known.</summary>
    public bool HasCause(Failure failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        return Causes is not { } causes || causes.Contains(failure.Cause ?? "");
    }

    /// <summary>Whether a violation of its rule is the one that is known.</summary>
    internal bool Is(Violation violation) => IsObserved(violation.Observed)
        && (Causes is not { } causes || causes.Contains(CauseSignature.Of(violation)));

    private bool IsObserved(string observed) => Observed is not { } texts
        || texts.Any(text => observed.Contains(text, StringComparison.Ordinal));

    /// <summary>Whether its rule is broken in a profile, and as it is known to be.</summary>
    public bool IsMetIn(ProfileResult profile) => IsBrokenIn(profile) && !Others(profile).Any();

    /// <summary>The failures of its rule in a profile that are not the one that is known.</summary>
    public IEnumerable<Failure> Others(ProfileResult profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return profile.Failures.Where(failure => !failure.OneOff && failure.Rule == Rule && !Is(failure));
    }

    private bool IsBrokenIn(ProfileResult profile) =>
        profile.Rules.Any(rule => rule.Rule == Rule && rule.Verdict == Verdict.Fail);
}
