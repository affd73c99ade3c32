namespace DhpConformance.Engine.Verdicts;

/// <summary>How far cases have come: what rules that were not put to the test often enough suffer from.</summary>
/// <param name="Cases">Cases executed.</param>
/// <param name="EndedEarly">How many of them ended at a violation, before all of their operations.</param>
/// <param name="GivenUp">Why no more were executed, as the end of a sentence; null if all were.</param>
internal sealed record CaseExtent(int Cases, int EndedEarly, string? GivenUp)
{
    // More would be a list that nobody reads.
    private const int MostNamed = 3;

    /// <summary>Reads like <c>14 of 60 cases ended early, at REP-01; fix that first</c>.</summary>
    /// <param name="broken">The rules that were broken, in the order of the catalogue.</param>
    public string Remedy(IReadOnlyList<string> broken)
    {
        var names = string.Join(", ", broken.Take(MostNamed)) + (broken.Count > MostNamed ? " and others" : "");
        var cut = EndedEarly == 0 ? ""
            : $"{EndedEarly} of {Cases} cases ended early, at "
                + $"{(names.Length > 0 ? names : "rules that were not selected, or failures that showed only once")}; ";
        return GivenUp is not null ? $"{cut}no more cases were run, since {GivenUp}; fix that first."
            : EndedEarly == 0 ? "run more cases, or longer ones."
            : $"{cut}fix that first, or run more cases.";
    }
}
