using DhpConformance.Benchmarks.Measuring;
using DhpConformance.Benchmarks.Report;
using DhpConformance.Benchmarks.Workloads;
using DhpConformance.Engine.Cases;
using DhpConformance.Engine.Generation;
using DhpConformance.Reference;
using FsCheck;
using FsCheck.Experimental;
using FsCheck.Fluent;

namespace DhpConformance.Benchmarks.Rows;

/// <summary>What the suite adds to the bare loop of model and server, and what FsCheck's state machine adds.</summary>
internal static class StateMachineRows
{
    public static IEnumerable<Row> Measure(Effort effort)
    {
        var cases = DrawnCase.OfTwelveUnits(1000, withConsumers: false);
        using var work = new Work(cases);
        using var server = new ReferenceServer();
        var machine = new PartitionMachine(cases, new OperationDecoder(server.Describe().Claims), server);
        var config = Config.QuickThrowOnFailure.WithMaxTest(cases.Length).WithQuietOnSuccess(true);
        var turns = new TakingTurns(
            effort,
            work.ModelAndReference,
            () => work.Suite(ObservationPolicy.AtTheEnd),
            () => machine.ToProperty().Check(config));
        yield return Row("time", cost => cost.Seconds, "F0", 1e9, "ns", 10);
        yield return Row("allocation", cost => cost.Bytes, "F0", 1, "bytes", 4);

        Row Row(string of, Func<Cost, double> figure, string format, double scale, string unit, int bar)
        {
            var ours = Overhead(1);
            var theirs = Overhead(2);
            var ratio = turns.Median(costs => figure(costs[1] - costs[0]) / figure(costs[2] - costs[0]));
            return new(
                $"overhead in {of} per operation, length 50",
                $"at most 1/{bar} of that of `FsCheck.Experimental.StateMachine`",
                $"1/{1 / ratio:F1} ({ours.ToString(format)} {unit} against {theirs.ToString(format)} {unit})",
                ratio * bar <= 1);

            double Overhead(int place) =>
                turns.Median(costs => figure(costs[place] - costs[0]) * scale / work.Operations);
        }
    }
}
