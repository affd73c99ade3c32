using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Histories;
using DhpConformance.Engine.Linearizability;
using DhpConformance.Engine.Results;

namespace DhpConformance.Engine.Concurrency;

/// <summary>What a run with several clients has to say.</summary>
/// <param name="Implementation">What was judged.</param>
/// <param name="Profiles">What it says for each profile.</param>
public sealed record ConcurrentResults(
    ImplementationDescription Implementation, ImmutableArray<ConcurrentProfileResult> Profiles)
{
    /// <summary>What was asked for.</summary>
    public required ConcurrentSuiteOptions Options { get; init; }

    /// <summary>The worst verdict of all.</summary>
    public Verdict Verdict => VerdictOrder.Worst(Profiles.Select(profile => profile.Verdict));
}

/// <summary>What it says for one profile.</summary>
/// <param name="Profile">The profile.</param>
/// <param name="Cases">How many cases were run.</param>
/// <param name="Rounds">How many rounds those had.</param>
/// <param name="Calls">How many calls were made in them.</param>
/// <param name="Conflicts">How many overlaps of calls that conflict there were, by the names of the two.</param>
/// <param name="Rules">The verdict for each rule, in the order of the catalogue.</param>
/// <param name="Failures">The shortest history for each rule that is broken, in the order of the catalogue.</param>
public sealed record ConcurrentProfileResult(
    Profile Profile,
    int Cases,
    int Rounds,
    int Calls,
    ImmutableSortedDictionary<string, int> Conflicts,
    ImmutableArray<ConcurrentRuleResult> Rules,
    ImmutableArray<ConcurrentFailure> Failures)
{
    /// <summary>Fewest occasions that put a rule to the test.</summary>
    public const int FewestOccasions = 10;

    /// <summary>How the implementation broke; null if it did not.</summary>
    public string? Fault { get; init; }

    /// <summary>How long it took; in no file that is compared.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>Why it ended before all cases were run, in a sentence; null if it did not.</summary>
    public string? Stopped { get; init; }

    /// <summary>The verdict for the profile.</summary>
    public Verdict Verdict => Failures.Length > 0 ? Verdict.Fail
        : Fault is not null ? Verdict.Error
        : Stopped is not null ? Verdict.Inconclusive
        : VerdictOrder.Worst(Rules.Select(rule => rule.Verdict));

    /// <summary>The one sentence that says it all.</summary>
    public string Headline
    {
        get
        {
            var word = Verdict switch
            {
                Verdict.Fail => "NOT CONFORMANT to",
                Verdict.Error => "NOT JUDGED (error) for",
                Verdict.Inconclusive => "NOT JUDGED (inconclusive) for",
                _ => "CONFORMANT to",
            };
            var overlaps = Conflicts.Values.Sum();
            return $"{word} {Profile.Name} under overlap: {Count(Verdict.Pass)} of {Rules.Length} rules pass, "
                + $"{Count(Verdict.Fail)} fail, {Count(Verdict.Inconclusive)} inconclusive, "
                + $"{Count(Verdict.NotApplicable)} not applicable; {overlaps} overlaps of calls that conflict";
        }
    }

    /// <summary>Where the history of a failure is written, below the folder of the reports.</summary>
    /// <param name="failure">One of them.</param>
    public string FileOf(ConcurrentFailure failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        return $"failures/{failure.Rule}-{Profile.Name}.ndjson";
    }

    private int Count(Verdict verdict) => Rules.Count(rule => rule.Verdict == verdict);
}

/// <summary>The verdict for one rule.</summary>
/// <param name="Rule">The rule, such as <c>LIN-01</c>.</param>
/// <param name="Verdict">The verdict.</param>
/// <param name="Occasions">How many overlaps put it to the test.</param>
public sealed record ConcurrentRuleResult(string Rule, Verdict Verdict, int Occasions)
{
    /// <summary>Why there is no verdict, as a sentence; null if there is one.</summary>
    public string? Reason => Verdict switch
    {
        Verdict.Inconclusive =>
            $"{Occasions} {(Occasions == 1 ? "overlap" : "overlaps")} put it to the test, and "
            + $"{ConcurrentProfileResult.FewestOccasions} are needed.",
        Verdict.NotApplicable => "The profile has no such hot operation.",
        _ => null,
    };
}

/// <summary>A rule that is broken, and the history that proves it.</summary>
/// <param name="Rule">The rule, one for overlapping requests or one for sequences.</param>
/// <param name="History">
/// The calls that prove it; until <see cref="Shrunk"/>, all that were recorded.
/// </param>
/// <param name="Result">Why no order explains it; null where some call got no answer.</param>
/// <param name="Cases">In how many cases it was broken.</param>
public sealed record ConcurrentFailure(string Rule, History History, LinearizabilityResult? Result, int Cases)
{
    /// <summary>All that was asked and answered, to the end of the first round that was wrong.</summary>
    public History Recorded { get; init; } = History;

    /// <summary>How a call got no answer, in a sentence; null if nothing is known but that.</summary>
    public string? Silence { get; init; }

    /// <summary>The same failure with as few calls as possible.</summary>
    internal ConcurrentFailure Shrunk()
    {
        if (Result is null)
        {
            return this;
        }

        var (history, result) = HistoryShrinker.Shrink(History, Result);
        return this with { History = history, Result = result };
    }
}
