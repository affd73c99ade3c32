using System.Collections.Immutable;
using DhpConformance.Engine.Attribution;

namespace DhpConformance.Engine.Exhaustive;

/// <summary>
/// The shortest finding of each rule. States are visited nearest first, but not in order when several threads do it:
/// of two that are equally short, the one of the nearer state counts.
/// </summary>
internal sealed class ShortestFindings
{
    private readonly Lock gate = new();
    private readonly SortedDictionary<string, StateFinding> shortest = new(StringComparer.Ordinal);

    /// <summary>One for each rule, in order of rule id.</summary>
    public ImmutableArray<StateFinding> All => [.. shortest.Values];

    public void Add(int state, Finding finding)
    {
        var rule = finding.Violation.Rule ?? "";
        lock (gate)
        {
            if (!shortest.TryGetValue(rule, out var known)
                || (Length(finding), state).CompareTo((Length(known.Finding), known.State)) < 0)
            {
                shortest[rule] = new(state, finding);
            }
        }
    }

    private static int Length(Finding finding) => finding.TestCase.Operations.Length;
}
