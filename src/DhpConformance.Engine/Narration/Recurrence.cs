using DhpConformance.Engine.Results;

namespace DhpConformance.Engine.Narration;

/// <summary>Says of a failure that it did not show again, and what that may come of.</summary>
public static class Recurrence
{
    /// <summary>A sentence or two; empty if it did show again.</summary>
    public static string Sentence(Failure failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        return (failure.OneOff, failure.Reproduced) switch
        {
            (true, _) when failure.BrokenCases > 1 =>
                $"It broke in {failure.BrokenCases} cases, first in case {failure.Case}, and never again when the same "
                    + "was done on a fresh server: it seems to keep something from case to case, or to break after "
                    + "many requests. See whether it also breaks in a fresh process for each case, with "
                    + "--restart-per-case.",
            (true, _) =>
                $"It broke once, in case {failure.Case}, and was not seen to break again on a fresh server: that "
                    + "decides nothing.",
            (_, false) =>
                "It did not show again when the same was done on a fresh server: the implementation varies, or keeps "
                    + "something from case to case.",
            _ => "",
        };
    }
}
