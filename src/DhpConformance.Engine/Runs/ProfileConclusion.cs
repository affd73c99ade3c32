using System.Collections.Immutable;
using System.Globalization;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Results;
using DhpConformance.Engine.Verdicts;

namespace DhpConformance.Engine.Runs;

/// <summary>Concludes the run of a profile: what was reached and what failed become verdicts and a result.</summary>
internal sealed class ProfileConclusion(
    Profile profile, ImplementationDescription description, SuiteOptions options, CaseLedger ledger)
{
    /// <summary>Whether a thread was left behind after an interruption.</summary>
    public required bool IsAbandoned { get; init; }

    /// <summary>The call that it has not come back from; null for none.</summary>
    public required string? Outstanding { get; init; }

    /// <summary>What the cases would have reached without the known failures that were met; null for none.</summary>
    public Func<ImmutableArray<Failure>, RightServerCoverage?> IfMended { get; init; } = _ => null;

    /// <summary>The time that the whole run was given, if it is over; null for more time than it took.</summary>
    public TimeSpan? Budget { get; init; }

    private Stop Stop => ledger.Cases >= options.CasesOfShard ? Stop.None
        : ledger.GivenUp is not null ? Stop.GivenUp
        : Budget is not null ? Stop.OutOfTime
        : Stop.Interrupted;

    /// <summary>The result.</summary>
    public ProfileResult Of(ImmutableArray<Failure> failures)
    {
        var traits = TraitApplicability.In(profile, description.Claims.Traits);
        var mended = new Lazy<RightServerCoverage?>(() => IfMended(failures));
        var sizes = ledger.Sizes.Result(goal => SizeApplicability.WhyNot(goal, profile, description));
        var rules = new RuleVerdicts(
            profile,
            description.Claims,
            options.Rules,
            rule => ledger.Coverage.Reached(rule, traits),
            failures)
        {
            Extent = new CaseExtent(ledger.Cases, ledger.EndedEarly, ledger.GivenUp),
            Sizes = sizes,
            Lacks = rule => Applicability.Lacks(rule, profile, description),
            IfMended = (rule, size) => mended.Value?.Reached(rule, traits, size),
        }.All();
        var verdict = RuleVerdicts.Worst(rules, failures, complete: ledger.Cases >= options.CasesOfShard);
        return new ProfileResult
        {
            Profile = profile,
            Rules = rules,
            Failures = failures,
            Verdict = verdict,
            Headline = Headline.Of(
                profile, description.Claims.Traits, rules, verdict, Stop, options.Shard, options.Rules),
            Cases = ledger.Cases,
            Operations = ledger.Operations,
            EndedEarly = ledger.EndedEarly,
            Undecided = ledger.Undecided,
            Stopped = Stopped(),
            Lengths = [.. ledger.Lengths.Select(length => new LengthCount(length.Key, length.Value))],
            Sizes = sizes,
            Coverage = [.. ledger.Coverage.Cells.Select(CoverageCell.Of)],
            CoverageGoals =
            [
                .. ledger.Coverage.CoverageGoals.Select(cell => new CoverageGoalCell(cell.CoverageGoal, cell.Count)),
            ],
        };
    }

    private string? Stopped()
    {
        var how = Stop switch
        {
            Stop.None => IsAbandoned ? "The run was interrupted." : null,
            Stop.Interrupted => $"The run was interrupted after {ledger.Cases} of {options.CasesOfShard} cases.",
            Stop.OutOfTime => string.Create(
                CultureInfo.InvariantCulture,
                $"The budget of {Budget!.Value.TotalSeconds:0.###} s ended the run after {ledger.Cases} of "
                + $"{options.CasesOfShard} cases; a run of so many cases does the same again."),
            _ => $"No more cases were run after {ledger.Cases} of {options.CasesOfShard}, since {ledger.GivenUp}.",
        };
        return Outstanding is null
            ? how
            : $"{how} {description.Name} did not come back from {Outstanding}, and was left behind.";
    }
}
