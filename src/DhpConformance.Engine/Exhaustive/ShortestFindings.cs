using System.Collections.Immutable;
using DhpConformance.Engine.Judging;

namespace DhpConformance.Engine.Exhaustive;

/// <summary>
/// The shortest finding of each rule. States are visited nearest first, but not in order when several threads do it:
/// of two that are equally short, the one of the nearer state counts.
/// </summary>
internal sealed class ShortestFindings
{
    private readonly Lock gate = new();
    private readonly SortedDictionary<string, (int Length, int State, Finding Finding)> shortest =
        new(StringComparer.Ordinal);

    /// <summary>One for each rule, in order of rule id.</summary>
    public ImmutableArray<Finding> All => [.. shortest.Values.Select(entry => entry.Finding)];

    public void Add(Finding finding, int state)
    {
        var length = finding.Trial.Operations.Length;
        var rule = finding.Violation.Rule ?? "";
        lock (gate)
        {
            if (!shortest.TryGetValue(rule, out var known) || (length, state).CompareTo((known.Length, known.State)) < 0)
            {
                shortest[rule] = (length, state, finding);
            }
        }
    }
}
