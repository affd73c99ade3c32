using System.Diagnostics.CodeAnalysis;
using DhpConformance.Engine.Profiles;
using DhpConformance.Engine.Replay;
using DhpConformance.Engine.Results;

namespace DhpConformance.Reporting.Reading;

/// <summary>Says whether results add up. A run that was interrupted does: it says so itself.</summary>
internal static class ResultsCheck
{
    /// <summary>What is wrong, as a sentence; null if nothing is.</summary>
    public static string? Problem(RunResults? read, [NotNull] out RunResults? results)
    {
        results = read!;
        return read is null ? "it is null, where an object belongs."
            : Lists(read)
            ?? ImpossibleName.In(read)
            ?? read.Profiles.Select(profile => ProfileFit.Problem(profile.Profile))
                .FirstOrDefault(problem => problem is not null)
            ?? ImpossibleCount.In(read)
            ?? Footer(read)
            ?? Contradiction.In(read)
            ?? read.Profiles
                .SelectMany(profile => profile.Failures, Setup)
                .FirstOrDefault(problem => problem is not null);
    }

    private static string? Lists(RunResults results) =>
        results.Profiles.IsDefault
        || results.Implementation.Claims.IsDefault
        || results.Settings.Rules.IsDefault
        || results.Profiles.Any(profile =>
            profile.Rules.IsDefault || profile.Failures.IsDefault || profile.Coverage.IsDefault
            || profile.CoverageGoals.IsDefault || HasNull(profile.Sizes))
            ? "a list is null, where there may be an empty one at the least."
            : null;

    private static bool HasNull(ReachedSizes? sizes) => sizes is not null
        && (sizes.Goals.IsDefault || sizes.Outcomes.IsDefault || sizes.Distributions.IsDefault
            || sizes.Distributions.Any(distribution => distribution.Bands.IsDefault));

    private static string? Footer(RunResults results)
    {
        var footer = results.Footer;
        return Counts("verdicts", footer.Rules, results.Profiles.Sum(profile => (long)profile.Rules.Length))
            ?? Counts("failures", footer.Failures, results.Profiles.Sum(profile => (long)profile.Failures.Length))
            ?? Counts("cases", footer.Cases, results.Profiles.Sum(profile => (long)profile.Cases))
            ?? (footer.Complete || footer.Profiles < results.Profiles.Length
                ? Counts("profiles", footer.Profiles, results.Profiles.Length)
                : null);
    }

    private static string? Counts(string what, long said, long there) => said == there
        ? null
        : $"its footer counts {said} {what}, and there are {there}: something is missing or was added; copy it again.";

    private static string? Setup(ProfileResult profile, Failure failure) =>
        SetupFit.Problem(failure.Setup, profile.Profile) is { } problem
            ? $"case {failure.Case} of {profile.Profile.Name}: {problem}"
            : null;
}
