using DhpConformance.Engine.Cases;
using DhpConformance.Engine.Shrinking;

namespace DhpConformance.Engine.Scenarios;

/// <summary>Smaller scenarios, by the same steps as the suite makes its own failures small.</summary>
public static class ScenarioShrinking
{
    /// <summary>Scenarios that are strictly simpler than this one, those that leave out most first.</summary>
    public static IEnumerable<Scenario> Candidates(Scenario scenario)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        var operations = scenario.Operations;
        for (var size = operations.Length; size > 0; size /= 2)
        {
            for (var start = operations.Length - size; start >= 0; start -= size)
            {
                yield return scenario with { Operations = operations.RemoveRange(start, size) };
            }
        }

        var testCase = new TestCase(scenario.Setup, operations, ObservationPolicy.AfterEveryOperation);
        foreach (var candidate in Simplification.Steps.SelectMany(step => step(testCase)))
        {
            yield return new(candidate.Setup, candidate.Operations);
        }
    }
}
