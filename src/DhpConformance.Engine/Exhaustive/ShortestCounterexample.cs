using DhpConformance.Abstractions;
using DhpConformance.Engine.Campaigns;
using DhpConformance.Engine.Judging;
using DhpConformance.Engine.Scopes;

namespace DhpConformance.Engine.Exhaustive;

/// <summary>
/// Finds a shortest sequence that breaks a rule, by trying all shorter ones: what shrinking is measured by.
/// </summary>
public static class ShortestCounterexample
{
    // With consumers each way to a state counts as one of its own, and there are many.
    private const int MostStates = 20_000;

    /// <summary>Searches a scope, nearest states first, and ends with the first state that shows it.</summary>
    /// <param name="create">Makes a server.</param>
    /// <param name="scope">The scope; its requests may be about consumers.</param>
    /// <param name="rule">The id of the rule.</param>
    /// <param name="longest">Longer sequences are not looked for.</param>
    /// <returns>The finding; null if there is none in the scope that is short enough.</returns>
    public static Finding? Find(Func<IPartitionableServer> create, Scope scope, string rule, int longest)
    {
        ArgumentNullException.ThrowIfNull(create);
        ArgumentNullException.ThrowIfNull(scope);
        var claims = ConformanceSuite.Describe(create).Claims;
        var space = StateSpace.Explore(scope, claims, Math.Max(longest - 1, 0), MostStates);
        using var server = create();
        var visit = ExhaustiveCampaign.VisitWith(server, space, claims, coverage: null);
        return Enumerable.Range(0, space.Count)
            .Select(state => visit.Visit(state)
                .Where(finding => finding.Violation.Rule == rule && Length(finding) <= longest)
                .MinBy(Length))
            .FirstOrDefault(finding => finding is not null);
    }

    private static int Length(Finding finding) => finding.Trial.Operations.Length;
}
