using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Judging;
using DhpConformance.Engine.Results;

namespace DhpConformance.Engine.Runs;

/// <summary>Which violations are known failures, so that a case goes on after them.</summary>
/// <param name="known">What is known to be broken.</param>
internal sealed class KnownViolations(ImmutableArray<KnownFailure> known)
{
    /// <summary>Those of a run; null if nothing is known to be broken.</summary>
    public static KnownViolations? Of(SuiteOptions options) =>
        options.KnownFailures is { IsEmpty: false } all ? new(all) : null;

    /// <summary>Whether a violation is one that is known. One that was waited for in vain never is.</summary>
    public bool Has(Violation? violation) => violation is not null
        && violation.Fault != ServerFault.DeadlineMissed
        && Lists(violation);

    /// <summary>Whether a violation is on the list, even if the case cannot go on after it.</summary>
    public bool Lists(Violation violation) => known.Any(one => one.Rule == violation.Rule && one.Is(violation));

    /// <summary>The rules that fail as they are known to.</summary>
    public ImmutableArray<string> Met(ImmutableArray<Failure> failures) =>
    [
        .. known.Where(one => failures.Any(failure => failure.Rule == one.Rule && !failure.OneOff && one.Is(failure)))
            .Select(one => one.Rule),
    ];
}
