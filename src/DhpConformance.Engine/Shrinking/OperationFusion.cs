using DhpConformance.Abstractions;
using DhpConformance.Engine.Cases;

namespace DhpConformance.Engine.Shrinking;

/// <summary>One operation instead of two, where one does what both do.</summary>
internal static class OperationFusion
{
    /// <summary>A candidate for each such pair, the last one first.</summary>
    public static IEnumerable<TestCase> Candidates(TestCase testCase)
    {
        var operations = testCase.Operations;
        for (var second = operations.Length - 1; second > 0; second--)
        {
            for (var first = second - 1; first >= 0; first--)
            {
                if (Both(operations[first], operations[second]) is { } both)
                {
                    yield return testCase with { Operations = operations.SetItem(second, both).RemoveAt(first) };
                }
            }
        }
    }

    // Start, hot add u1, crash, start: a restart ends the partition as well, in one operation less.
    // Start, hot add u2: what a hot add may not bring together, an assignment may not either.
    private static Operation? Both(Operation first, Operation second) => (first, second) switch
    {
        (StopPartition stop, StartPartition start) when stop.Partition == start.Partition =>
            new RestartPartition(start.Partition),
        (InjectPartitionError crash, StartPartition start) when crash.Partition == start.Partition =>
            new RestartPartition(start.Partition),
        (StartPartition start, HotAdd add) when start.Partition == add.Partition =>
            new AssignUnit(add.Unit, add.Partition),
        _ => null,
    };
}
