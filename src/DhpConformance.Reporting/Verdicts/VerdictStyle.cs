using DhpConformance.Abstractions;
using DhpConformance.Engine.Results;

namespace DhpConformance.Reporting.Verdicts;

/// <summary>How a verdict is shown: never by its colour alone.</summary>
internal static class VerdictStyle
{
    /// <summary>All verdicts, what needs attention first.</summary>
    public static IReadOnlyList<Verdict> All { get; } =
    [
        Verdict.Fail, Verdict.Error, Verdict.Inconclusive, Verdict.Pass,
        Verdict.NotClaimed, Verdict.NotApplicable, Verdict.NotTestable,
    ];

    /// <summary>One letter, different for each verdict.</summary>
    public static string Letter(Verdict verdict) => verdict switch
    {
        Verdict.Pass => "P",
        Verdict.Fail => "F",
        Verdict.Inconclusive => "I",
        Verdict.NotClaimed => "N",
        Verdict.NotApplicable => "A",
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
        Verdict.Pass => "tested often enough, and never broken",
        Verdict.Fail => "broken; a minimal sequence reproduces it",
        Verdict.Inconclusive => "not tested often enough for a verdict",
        Verdict.NotClaimed => "not claimed by the implementation; the run tested only that it refuses cleanly",
        Verdict.NotApplicable => "about something that the operating system of the profile does not have",
        Verdict.NotTestable => "cannot be seen from outside, or not in this run",
        _ => "the implementation or its adapter failed; this says nothing about the rule",
    };

    /// <summary>The place of a verdict in <see cref="All"/>.</summary>
    public static int Rank(Verdict verdict) => All.TakeWhile(one => one != verdict).Count();
}
