using DhpConformance.Abstractions;
using DhpConformance.Model.State;

namespace DhpConformance.Model.Matching;

/// <summary>
/// Verifies: whether a partition runs, and its active and maximum count of processors.
/// Does not verify: that an operating system that is shown as running does any work.
/// </summary>
internal static class PartitionChecker
{
    public static Difference? FirstDifference(ServerState state, int partition, PartitionObservation seen)
    {
        var required = state.Partitions[partition];
        if (seen.State != required.State)
        {
            return Of(Field.RunState, Words.Of(required.State), Words.Of(seen.State));
        }

        if (seen.ActiveProcessors != required.ActiveProcessors)
        {
            return Of(
                Field.ActiveProcessors,
                $"{required.ActiveProcessors} active logical processors",
                $"{seen.ActiveProcessors} active logical processors");
        }

        var maximum = required.Runs ? state.Inventory.MaximumProcessors(partition) : 0;
        return seen.MaximumProcessors == maximum
            ? null
            : Of(Field.MaximumProcessors, $"a maximum of {maximum}", $"a maximum of {seen.MaximumProcessors}");

        Difference Of(Field field, string expected, string observed) =>
            new(field, $"partition {seen.Id}", expected, observed, partition);
    }
}
