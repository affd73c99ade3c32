using DhpConformance.Abstractions;
using DhpConformance.Model.State;

namespace DhpConformance.Model.Matching;

/// <summary>
/// Verifies: that each partition shows how the latest hot operation in it ended. Source: DHP-TOP-22.
/// Does not verify: how an administrator gets to see it.
/// </summary>
internal static class LatestOperationChecker
{
    public static Difference? FirstDifference(ServerState state, Observation observation)
    {
        if (!state.Inventory.Claims.Has(Claim.HotOperationStatus))
        {
            return null;
        }

        for (var p = 0; p < state.Partitions.Length; p++)
        {
            var (required, seen) = (state.Partitions[p].Latest, observation.Partitions[p].LatestHotOperation);
            if (required != seen)
            {
                var where = $"partition {observation.Partitions[p].Id}";
                return new(Field.LatestHotOperation, where, Of(required), Of(seen), p);
            }
        }

        return null;
    }

    private static string Of(HotOperationStatus? status) => status is { } latest
        ? $"latest hot operation: {Words.Of(latest.Operation)} {latest.Unit}, {Words.Of(latest.Outcome)}"
        : "no latest hot operation";
}
