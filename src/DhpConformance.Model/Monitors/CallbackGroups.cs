using DhpConformance.Model.State;
using DhpConformance.Model.Transitions;
using static DhpConformance.Abstractions.NotificationKind;

namespace DhpConformance.Model.Monitors;

/// <summary>
/// Which callbacks belong to which logical processor of a unit. The numbers in them tell, unless they are what is
/// wrong, or not claimed; their order tells, unless that is what is wrong. So each way is tried, and the calls are
/// taken in the way in which they keep the most rules.
/// </summary>
internal static class CallbackGroups
{
    /// <summary>Ways to deal the calls out to the logical processors of the unit.</summary>
    public static IEnumerable<List<CallbackCall>[]> Candidates(
        OperationLog log, List<Registration> drivers, List<CallbackCall> calls)
    {
        var count = log.Inventory.Components(log.Operation!.Decision.Unit);
        yield return InOrder(log, Empty(count), calls);
        if (count == 1)
        {
            yield break;
        }

        var named = calls.Select(call => call.Identity).Distinct().ToList();
        if (named.Contains(null))
        {
            yield return InTurn(Empty(count), drivers, calls);
        }
        else if (named.Count <= count)
        {
            var dealt = Empty(count);
            calls.ForEach(call => dealt[named.IndexOf(call.Identity)].Add(call));
            yield return dealt;
        }
    }

    private static List<CallbackCall>[] Empty(int count) =>
        [.. Enumerable.Range(0, count).Select(_ => new List<CallbackCall>())];

    private static List<CallbackCall>[] InOrder(OperationLog log, List<CallbackCall>[] dealt, List<CallbackCall> calls)
    {
        var current = 0;
        foreach (var call in calls)
        {
            if (call.Kind == ProcessorStart && current + 1 < dealt.Length
                && IsOver(dealt[current], Veto.IsCast(log.Before.ConsumerState!, log.Partition, current + 1), call))
            {
                current++;
            }

            dealt[current].Add(call);
        }

        return dealt;
    }

    // The k-th call of each kind that a driver gets is about the k-th logical processor.
    private static List<CallbackCall>[] InTurn(
        List<CallbackCall>[] dealt, List<Registration> drivers, List<CallbackCall> calls)
    {
        foreach (var driver in drivers)
        {
            var (starts, ends) = (0, 0);
            foreach (var call in calls.Where(call => call.Driver.Id == driver.Id))
            {
                var turn = call.Kind == ProcessorStart ? starts++ : ends++;
                dealt[Math.Min(turn, dealt.Length - 1)].Add(call);
            }
        }

        Array.ForEach(dealt, one => one.Sort((call, other) => call.Place - other.Place));
        return dealt;
    }

    // A Start after the end of others begins the next one; but a driver may be called late of one that was vetoed.
    private static bool IsOver(List<CallbackCall> current, bool vetoed, CallbackCall start) =>
        current.Exists(call => call.Kind == ProcessorComplete
            || (call.Kind == ProcessorStart && call.Driver.Id == start.Driver.Id))
        || (current.Exists(call => call.Kind == ProcessorFailure)
            && (!vetoed || start.Identity is null || start.Identity != current[0].Identity));
}
