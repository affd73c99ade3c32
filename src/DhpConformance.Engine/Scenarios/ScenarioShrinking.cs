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
        var simpler = SetupSimplification.FoldConfiguration(testCase)
            .Concat(ConsumerSimplification.Candidates(testCase))
            .Concat(SetupSimplification.Candidates(testCase))
            .Concat(OperationSimplification.Candidates(testCase));
        foreach (var candidate in simpler)
        {
            yield return new(candidate.Setup, candidate.Operations);
        }
    }
}
