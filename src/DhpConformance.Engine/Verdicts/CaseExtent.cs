namespace DhpConformance.Engine.Verdicts;

/// <summary>How far cases have come: what rules that were not put to the test often enough suffer from.</summary>
/// <param name="Cases">Cases executed.</param>
/// <param name="EndedEarly">How many of them ended at a violation, before all of their operations.</param>
/// <param name="GivenUp">Why no more were executed, as the end of a sentence; null if all were.</param>
internal sealed record CaseExtent(int Cases, int EndedEarly, string? GivenUp)
{
    // More would be a list that nobody reads.
    private const int MostNamed = 3;

    /// <summary>Reads like <c>14 of 60 cases ended early, at REP-01; mend that first</c>.</summary>
    /// <param name="broken">The rules that were broken, in the order of the catalogue.</param>
    public string Remedy(IReadOnlyList<string> broken)
    {
        var names = string.Join(", ", broken.Take(MostNamed)) + (broken.Count > MostNamed ? " and others" : "");
        var cut = EndedEarly == 0 ? ""
            : $"{EndedEarly} of {Cases} cases ended early, at "
                + $"{(names.Length > 0 ? names : "what was not asked for or showed only once")}; ";
        return GivenUp is not null ? $"{cut}no more cases were run, since {GivenUp}; mend that first."
            : EndedEarly == 0 ? "run more cases, or longer ones."
            : $"{cut}mend that first, or run more cases.";
    }
}
