using DhpConformance.Abstractions;
using DhpConformance.Engine.Results;

namespace DhpConformance.Reporting.Verdicts;

/// <summary>How a verdict is shown: never by its colour alone.</summary>
internal static class VerdictFace
{
    /// <summary>All verdicts, what needs attention first.</summary>
    public static IReadOnlyList<Verdict> All { get; } =
    [
        Verdict.Fail, Verdict.Error, Verdict.Inconclusive, Verdict.Pass, Verdict.NotClaimed, Verdict.NotTestable,
    ];

    /// <summary>One letter, different for each verdict.</summary>
    public static string Letter(Verdict verdict) => verdict switch
    {
        Verdict.Pass => "P",
        Verdict.Fail => "F",
        Verdict.Inconclusive => "I",
        Verdict.NotClaimed => "N",
        Verdict.NotTestable => "T",
        _ => "E",
    };

    /// <summary>Reads like <c>not testable</c>.</summary>
    public static string Word(Verdict verdict) => Words.Of(verdict);

    /// <summary>The name of its style.</summary>
    public static string Style(Verdict verdict) => Words.Of(verdict).Replace(' ', '-');

    /// <summary>What it means, in one sentence.</summary>
    public static string Meaning(Verdict verdict) => verdict switch
    {
        Verdict.Pass => "put to the test often enough, and never broken",
        Verdict.Fail => "broken, with a minimal sequence that replays",
        Verdict.Inconclusive => "not put to the test often enough to say",
        Verdict.NotClaimed => "not claimed by the implementation: only a clean refusal was looked for",
        Verdict.NotTestable => "invisible to a black box, or not applicable to the profile",
        _ => "the implementation or the way to it broke, which says nothing about the rule",
    };

    /// <summary>The place of a verdict in <see cref="All"/>.</summary>
    public static int Rank(Verdict verdict) => All.TakeWhile(one => one != verdict).Count();
}
