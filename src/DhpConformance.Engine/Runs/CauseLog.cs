using System.Collections.Immutable;
using DhpConformance.Engine.Attribution;
using DhpConformance.Engine.Judging;
using DhpConformance.Engine.Results;

namespace DhpConformance.Engine.Runs;

/// <summary>
/// In which ways each rule was broken, as far as they differ in more than numbers: who mends one of them wants to know
/// that there is another. Only what was seen with one profile in all partitions, looking after every operation, is
/// taken for what it seems to be.
/// </summary>
internal sealed class CauseLog
{
    // Each rule has a first one besides; a server that breaks a rule in more ways has other worries.
    private const int MostForARule = 3;

    // After another operation the same difference has another cause, mostly; in another unit it has the same.
    private readonly Dictionary<(string Rule, string Cause), OtherCause> first = [];

    /// <summary>A case was violated. Cases come in their order.</summary>
    public void Add(int number, Violation violation)
    {
        if (violation is { Rule: { } rule, Fault: null })
        {
            var cause = CauseSignature.Of(violation);
            first.TryAdd(
                (rule, cause),
                new(number, violation.Step, violation.Subject, violation.Expected, violation.Observed)
                {
                    Cause = cause,
                });
        }
    }

    /// <summary>All of them, as data.</summary>
    public ImmutableArray<CauseOfRule> Written() =>
        [.. first.Select(one => new CauseOfRule(one.Key.Rule, one.Key.Cause, one.Value))];

    /// <summary>Takes over what was written down, into an empty log.</summary>
    public void Take(ImmutableArray<CauseOfRule> written)
    {
        foreach (var one in written)
        {
            first.Add((one.Rule, one.Signature), one.Cause);
        }
    }

    /// <summary>The ways besides that of a finding, in the order of their cases.</summary>
    /// <param name="number">The case in which it was found.</param>
    /// <param name="finding">The finding.</param>
    public ImmutableArray<OtherCause> Besides(int number, Finding finding)
    {
        var found = CauseSignature.Of(finding.Violation);
        return
        [
            .. first
                .Where(one => one.Key.Rule == finding.Violation.Rule && one.Key.Cause != found)
                .Select(one => one.Value)
                .Where(cause => cause.Case != number)
                .OrderBy(cause => cause.Case)
                .Take(MostForARule),
        ];
    }
}
