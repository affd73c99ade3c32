using System.Collections.Immutable;
using DhpConformance.Benchmarks.Measuring;
using DhpConformance.Benchmarks.Report;
using DhpConformance.Benchmarks.Workloads;
using DhpConformance.Engine.Histories;
using DhpConformance.Engine.Linearizability;

namespace DhpConformance.Benchmarks.Rows;

/// <summary>What it costs to judge histories of several clients, against Porcupine with a model of registers.</summary>
internal static class HistoriesRow
{
    private const int Count = 1000;
    private const int Calls = 60;

    public static IEnumerable<Row> Measure(Effort effort)
    {
        var histories = OwnerHistories.Make(Count, Calls);
        var (judge, reason) = PorcupineJudge.Start(OwnerHistories.Lines(histories));
        using (judge)
        {
            var (measured, met) = judge is null ? ($"not measured: {reason}", null) : Compare(effort, histories, judge);
            yield return new(
                $"judging {Count:N0} histories of {Calls} calls of {OwnerHistories.Clients} clients, in which each of "
                    + $"{OwnerHistories.Units} units is a register",
                "less time than Porcupine with the model of a register, same verdicts",
                measured,
                met);
        }
    }

    private static (string Measured, bool? Met) Compare(
        Effort effort, ImmutableArray<History> histories, PorcupineJudge judge)
    {
        var ours = Verdicts(histories);
        var differ = ours.Zip(judge.Round().Verdicts).Count(pair => pair.First != pair.Second);
        var ratio = Medians.Of(Enumerable.Range(0, effort.Rounds).Select(_ =>
            Cost.OfProcessor(() => Verdicts(histories)).Seconds / judge.Round().Seconds).ToList());
        var wrong = ours.Count('n'.Equals);
        return (
            $"{ratio:F2}x of Porcupine, which divides a history by units; {wrong:N0} are not linearizable; "
                + (differ == 0 ? "same verdicts" : $"{differ} OTHER VERDICTS"),
            ratio < 1 && differ == 0);
    }

    private static string Verdicts(ImmutableArray<History> histories) => string.Concat(histories.Select(history =>
        LinearizabilityChecker.Check(history).Verdict == LinearizabilityVerdict.Linearizable ? 'y' : 'n'));
}
