using DhpConformance.Engine.Results;
using DhpConformance.Reporting.Text;

namespace DhpConformance.Reporting.Verdicts;

/// <summary>
/// The cases of a profile that ended without a verdict on their last step. Every format names their number, because a
/// pass says less where there are some.
/// </summary>
public static class UndecidedCases
{
    /// <summary>Reads like <c>2 of 1,000 cases ended without a verdict ...</c>; null if there are none.</summary>
    public static string? Sentence(ProfileResult profile) => profile.Undecided == 0
        ? null
        : $"{Amount.Of(profile.Undecided)} of {Amount.Of(profile.Cases, "case")} ended without a verdict on the last "
            + "step: accepted operations could have ended in more orders than are tried.";

    /// <summary>The sentences of a run, each with the name of its profile; empty if there are no such cases.</summary>
    public static IEnumerable<string> Sentences(RunResults results) =>
        from profile in results.Profiles
        let sentence = Sentence(profile)
        where sentence is not null
        select $"{profile.Profile.Name}: {sentence}";
}
