using System.Collections.Immutable;
using System.Text.Json.Serialization;

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

    /// <summary>Whether a failure of its rule is the one that is known.</summary>
    public bool Is(Failure failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        return Is(failure.Observed);
    }

    /// <summary>Whether a violation of its rule, of which this was observed, is the one that is known.</summary>
    internal bool Is(string observed) => Observed is not { } texts
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
