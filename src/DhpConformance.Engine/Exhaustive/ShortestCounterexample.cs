using DhpConformance.Abstractions;
using DhpConformance.Engine.Attribution;
using DhpConformance.Engine.Execution;
using DhpConformance.Engine.Scopes;

namespace DhpConformance.Engine.Exhaustive;

/// <summary>
/// Finds a shortest sequence that breaks a rule, by trying all shorter ones: what shrinking is measured by.
/// </summary>
public static class ShortestCounterexample
{
    // With consumers each way to a state counts as one of its own, and there are many.
    private const int MostStates = 20_000;

    // The fault of crash-loses-parked hangs on a crash that no state tells.
    private const int Histories = 3;

    /// <summary>
    /// Searches a scope, nearest states first. What no observation shows takes up to two requests more to come to
    /// light, so a state that is further away may show it sooner.
    /// </summary>
    /// <param name="create">Makes a server.</param>
    /// <param name="scope">The scope; its requests may be about consumers.</param>
    /// <param name="rule">The id of the rule.</param>
    /// <param name="longest">Longer sequences are not looked for.</param>
    /// <returns>The finding; null if there is none in the scope that is short enough.</returns>
    public static Finding? Find(Func<IPartitionableServer> create, Scope scope, string rule, int longest)
    {
        ArgumentNullException.ThrowIfNull(create);
        ArgumentNullException.ThrowIfNull(scope);
        return Find(create, scope, rule, longest, histories: 1) ?? Find(create, scope, rule, longest, Histories);
    }

    private static Finding? Find(
        Func<IPartitionableServer> create, Scope scope, string rule, int longest, int histories)
    {
        var claims = DescriptionReader.Read(create).Claims;
        var space = StateSpace.Explore(scope, claims, Math.Max(longest - 1, 0), MostStates, histories);
        using var server = create();
        var visit = ScopeRun.VisitWith(server, space, claims, coverage: null);
        Finding? shortest = null;
        foreach (var state in Enumerable.Range(0, space.Histories).OrderBy(space.DistanceOf))
        {
            if (state > 0 && space.DistanceOf(state) >= longest)
            {
                break;
            }

            foreach (var finding in visit.Visit(state))
            {
                if (finding.Violation.Rule == rule && Length(finding) <= longest)
                {
                    shortest = finding;
                    longest = Length(finding) - 1;
                }
            }
        }

        return shortest;
    }

    private static int Length(Finding finding) => finding.TestCase.Operations.Length;
}
