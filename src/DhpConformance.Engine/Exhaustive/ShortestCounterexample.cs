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

    /// <summary>
    /// Searches a scope, nearest states first. What no observation shows takes up to two requests more to come to
    /// light, so a state that is further away may show it sooner.
    /// </summary>
    /// <param name="create">Makes a server.</param>
    /// <param name="scope">The scope; its requests may be about consumers.</param>
    /// <param name="rule">The id of the rule.</param>
    /// <param name="longest">Longer sequences are not looked for.</param>
    /// <param name="histories">At most so many sequences to each state, 1 or more.</param>
    /// <returns>The finding; null if there is none in the scope that is short enough.</returns>
    public static Finding? Find(
        Func<IPartitionableServer> create, Scope scope, string rule, int longest, int histories = 1)
    {
        ArgumentNullException.ThrowIfNull(create);
        ArgumentNullException.ThrowIfNull(scope);
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
