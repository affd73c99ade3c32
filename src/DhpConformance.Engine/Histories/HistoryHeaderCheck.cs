using DhpConformance.Abstractions;
using DhpConformance.Engine.Profiles;
using DhpConformance.Engine.Replay;

namespace DhpConformance.Engine.Histories;

/// <summary>Says whether what a history is about can be.</summary>
internal static class HistoryHeaderCheck
{
    /// <summary>What is wrong, as a sentence; null if nothing is.</summary>
    public static string? Problem(HistoryHeader header) =>
        !HyphenatedName.Is(header.Profile.Name)
            ? $"its profile is called \"{header.Profile.Name}\"; write {HyphenatedName.Form}."
        : ProfileFit.Problem(header.Profile) is { } unfit ? $"its profile: {unfit}"
        : header.Claims.Distinct().Count() < header.Claims.Length ? "it makes a claim twice; name each once."
        : TraitRequirements.Problem(header.Declared)
            ?? SetupFit.Problem(header.Setup, header.Profile)
            ?? SetupFit.Redefined(header.Setup, header.Profile);
}
