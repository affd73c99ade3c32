using System.Collections.Immutable;
using DhpConformance.Engine.Histories;

namespace DhpConformance.Engine.Linearizability;

/// <summary>
/// Makes a history that is not linearizable smaller: what remains breaks the same rule. Nothing is executed, so it
/// serves histories from anywhere.
/// </summary>
/// <remarks>
/// An observation can always be left out, since it changes nothing. An operation cannot: what it did may be seen later.
/// It is left out only if no observation that may show it remains, and if the history is not linearizable even when its
/// answer is lost, so that it may have taken effect at any time or never. The calls that fit nowhere do so for the same
/// reasons as before. The calls that remain have the numbers of the whole history.
/// </remarks>
public static class HistoryShrinker
{
    /// <summary>How much is tried in all: pairs of a set of calls and a state.</summary>
    public const int DefaultEffort = 100_000;

    // Each lost answer doubles what is possible for the rest of a history. Two are needed: a stop and a start that
    // follows it can only be left out together.
    private const int MostOperationsAtOnce = 2;

    // How much more one attempt may take than the whole history took. An attempt that takes longer is given up: without
    // this limit eight lost answers in a history of 44 calls used up everything, and nothing was left out.
    private const int MostOfOneAttempt = 8;

    /// <summary>Makes a history smaller.</summary>
    /// <param name="history">The history.</param>
    /// <param name="result">What was found out about it: that it is not linearizable.</param>
    /// <param name="effort">How much is tried, 1 or more; the history is less small with less.</param>
    /// <returns>The smaller history, and its result with the same rule; the same if nothing can be left out.</returns>
    public static (History History, LinearizabilityResult Result) Shrink(
        History history, LinearizabilityResult result, int effort = DefaultEffort)
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(result);
        ArgumentOutOfRangeException.ThrowIfLessThan(effort, 1);
        if (result.Verdict != LinearizabilityVerdict.NotLinearizable)
        {
            throw new ArgumentException("Only a history that is not linearizable can be made smaller.", nameof(result));
        }

        var shrinking = new Shrinking(history, result, effort);
        shrinking.Run();
        return shrinking.IsAsRecorded ? (shrinking.Smallest, shrinking.Result) : (history, result);
    }

    private sealed class Shrinking(History history, LinearizabilityResult result, int effort)
    {
        private readonly Dictionary<int, HistoryCall> recorded = history.Calls.ToDictionary(call => call.Number);
        private readonly int mostOfOneAttempt = MostOfOneAttempt * Math.Min(result.Tried + 100, effort);
        private int left = effort;

        public History Smallest { get; private set; } = history;

        public LinearizabilityResult Result { get; private set; } = result;

        public bool IsAsRecorded => Calls.All(call => call == recorded[call.Number]);

        private ImmutableArray<HistoryCall> Calls => Smallest.Calls;

        public void Run()
        {
            LeaveOutBusy();
            CutEnd();
            int before;
            do
            {
                before = Calls.Length;
                LeaveOut(call => call.Operation is null, Calls.Length / 2);
                LeaveOut(call => call.Operation is not null, MostOperationsAtOnce);
            }
            while (Calls.Length < before && left > 0);

            // A call that ended after the cut was answered all the same: it is shown as it was recorded.
            left = Math.Max(left, mostOfOneAttempt);
            Keep([.. Calls.Select(call => recorded[call.Number])]);
        }

        // Whatever is busy with reason takes no part in an order; without the call that is its reason it would.
        private void LeaveOutBusy()
        {
            var overlaps = new CallOverlaps(Calls);
            Keep(Calls.RemoveAll(overlaps.IsBusyWithReason));
        }

        // The earliest moment up to which no order explains what was answered and seen.
        private void CutEnd()
        {
            var times = Calls.Select(call => call.Ended).OfType<long>().Order().ToList();
            var (from, to) = (0, times.Count - 1);
            while (from < to)
            {
                var middle = (from + to) / 2;
                if (Check(UpTo(times[middle])).Verdict == LinearizabilityVerdict.NotLinearizable)
                {
                    to = middle;
                }
                else
                {
                    from = middle + 1;
                }
            }

            if (times.Count > 0)
            {
                Keep(UpTo(times[to]));
            }
        }

        private ImmutableArray<HistoryCall> UpTo(long time) =>
        [
            .. Calls.Where(call => call.Invoked < time).Select(call => call.Ended is { } ended && ended <= time
                ? call
                : Lost(call) with { Ended = null }),
        ];

        private void LeaveOut(Func<HistoryCall, bool> isOfKind, int most)
        {
            for (var size = most; size >= 1; size /= 2)
            {
                var numbers = Calls.Where(isOfKind).Select(call => call.Number).Reverse().ToList();
                foreach (var chunk in numbers.Chunk(size).TakeWhile(_ => left > 0))
                {
                    LeaveOut([.. chunk]);
                }
            }
        }

        private void LeaveOut(HashSet<int> numbers)
        {
            var rest = Calls.RemoveAll(call => numbers.Contains(call.Number));
            if (rest.Any(call => call.Operation is null && MayShow(call, numbers)))
            {
                return;
            }

            var answered = Calls.Any(call =>
                numbers.Contains(call.Number) && call.Operation is not null && !call.IsLost);
            if (!answered || Check(
                [
                    .. Calls.Where(call => call.Operation is not null || !numbers.Contains(call.Number))
                        .Select(call => numbers.Contains(call.Number) ? Lost(call) : call),
                ]).Verdict == LinearizabilityVerdict.NotLinearizable)
            {
                Keep(rest);
            }
        }

        private void Keep(ImmutableArray<HistoryCall> calls)
        {
            if (!calls.SequenceEqual(Calls) && !calls.IsEmpty
                && Check(calls) is { Verdict: LinearizabilityVerdict.NotLinearizable } result
                && result.Rule == Result.Rule && SaysNothingElse(result))
            {
                (Smallest, Result) = (Smallest with { Calls = calls }, result);
            }
        }

        // An observation may show the effect of an operation unless it ended before that began.
        private bool MayShow(HistoryCall observation, HashSet<int> numbers) => Calls.Any(call =>
            numbers.Contains(call.Number) && CallSubjects.MayChange(call) && !(call.Invoked > observation.Ended));

        // No call may become stuck for a new reason, such as a partition whose start was left out.
        private bool SaysNothingElse(LinearizabilityResult result) => result.Stuck.All(stuck =>
            Result.Stuck.FirstOrDefault(before => before.Call.Number == stuck.Call.Number) is { } before
            && stuck.Rule == before.Rule && !stuck.Misfits.Except(before.Misfits).Any());

        // What is inconclusive is not kept.
        private LinearizabilityResult Check(ImmutableArray<HistoryCall> calls)
        {
            var result = LinearizabilityChecker.Check(
                Smallest with { Calls = calls }, Math.Clamp(left, 1, mostOfOneAttempt));
            left -= result.Tried;
            return result;
        }

        private static HistoryCall Lost(HistoryCall call) => call with { Outcome = null, Observation = null };
    }
}
