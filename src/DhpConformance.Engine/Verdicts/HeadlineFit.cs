using DhpConformance.Abstractions;
using DhpConformance.Engine.Results;

namespace DhpConformance.Engine.Verdicts;

/// <summary>Says whether a headline is the one that follows from what stands below it.</summary>
public static class HeadlineFit
{
    /// <summary>
    /// Whether a run with these settings could have said this of a profile of an implementation with these traits.
    /// </summary>
    public static bool Is(ProfileResult profile, Traits traits, RunSettings settings)
    {
        ArgumentNullException.ThrowIfNull(profile);
        ArgumentNullException.ThrowIfNull(settings);
        return settings.Scope is not null
            ? profile.Headline == Headline.OfScope(profile, settings)
            : Enum.GetValues<Stop>().Any(stop => profile.Headline == Headline.Of(
                profile.Profile,
                traits,
                profile.Rules,
                profile.Verdict,
                stop,
                settings.Shard is { } shard ? Shard.Parse(shard) : Shard.Whole,
                settings.Rules));
    }
}
