using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Histories;

namespace DhpConformance.Engine.Linearizability;

/// <summary>Which calls overlap which, and which of those concern the same thing.</summary>
public sealed class CallOverlaps
{
    private readonly Dictionary<int, List<HistoryCall>> overlapping = [];

    /// <summary>Compares the calls of a history, in the order of their beginning.</summary>
    /// <param name="calls">The calls.</param>
    public CallOverlaps(ImmutableArray<HistoryCall> calls)
    {
        var open = new List<HistoryCall>();
        foreach (var call in calls)
        {
            open.RemoveAll(one => one.Returned <= call.Invoked);
            overlapping[call.Number] = [.. open];
            open.ForEach(one => overlapping[one.Number].Add(call));
            open.Add(call);
        }
    }

    /// <summary>The calls of others that overlap this one.</summary>
    public IReadOnlyList<HistoryCall> Of(HistoryCall call)
    {
        ArgumentNullException.ThrowIfNull(call);
        return overlapping[call.Number];
    }

    /// <summary>
    /// How many overlaps there were of calls that conflict: both name the same unit or partition, or one concerns the
    /// whole server or observes what the other may have changed. By the names of the two, in alphabetical order.
    /// </summary>
    public ImmutableSortedDictionary<string, int> Conflicts()
    {
        var pairs =
            from call in overlapping
            from other in call.Value
            where other.Number < call.Key
            let one = overlapping[other.Number].Find(each => each.Number == call.Key)!
            where CallSubjects.Conflict(one, other) && IsReal(other, one)
            let names = new[] { CallSubjects.Name(one), CallSubjects.Name(other) }
            select string.Join(" || ", names.Order(StringComparer.Ordinal));
        return pairs.GroupBy(pair => pair).ToImmutableSortedDictionary(
            pair => pair.Key, pair => pair.Count(), StringComparer.Ordinal);
    }

    /// <summary>
    /// Whether two calls overlapped, and not only what a lost one may still do: that puts nothing to the test.
    /// </summary>
    /// <param name="earlier">The one that began first.</param>
    /// <param name="later">The other one.</param>
    internal static bool IsReal(HistoryCall earlier, HistoryCall later) =>
        earlier.Ended is not { } ended || later.Invoked < ended;

    /// <summary>
    /// Whether a call was refused as busy while another was under way that concerns the same partition or unit, or the
    /// whole server. Such an answer is right wherever it comes, and changes nothing.
    /// </summary>
    internal bool IsBusyWithReason(HistoryCall call) =>
        call.Outcome?.Refusal == RefusalReason.Busy && Of(call).Any(other => CallSubjects.Conflict(call, other));
}
