using DhpConformance.Benchmarks.Measuring;
using DhpConformance.Benchmarks.Report;
using DhpConformance.Benchmarks.Rows;
using DhpConformance.Benchmarks.Workloads;

if (args is ["--serve"])
{
    DhpConformance.Hosting.PipeServer.Run(new DhpConformance.Reference.ReferenceServer());
    return 0;
}

if (args is ["--echo"])
{
    BareEcho.Run();
    return 0;
}

var measurements = new Dictionary<string, Func<Effort, IEnumerable<Row>>>
{
    ["checking"] = CheckingRows.Measure,
    ["state-machine"] = StateMachineRows.Measure,
    ["growth"] = GrowthRow.Measure,
    ["memory"] = MemoryRow.Measure,
    ["threads"] = ThreadsRow.Measure,
    ["finding"] = FindingRow.Measure,
    ["shrinking"] = ShrinkingRows.Measure,
    ["pipe"] = PipeRow.Measure,
    ["histories"] = HistoriesRow.Measure,
};
var wanted = args.Except(["--quick"]).ToArray();
if (wanted.Except(measurements.Keys).Any())
{
    Console.Error.WriteLine(
        "Usage: dotnet run -c Release --project tests/DhpConformance.Benchmarks [-- [--quick] [MEASUREMENT...]]\n"
        + $"Measurements, all by default: {string.Join(", ", measurements.Keys)}.");
    return 5;
}

var effort = args.Contains("--quick") ? Effort.Quick : Effort.Full;
var machine = MachineSummary.Now();
var rows = new List<Row>();
foreach (var row in measurements
    .Where(measurement => wanted.Length == 0 || wanted.Contains(measurement.Key))
    .SelectMany(measurement => measurement.Value(effort)))
{
    Console.WriteLine($"{row.What}: {row.Measured} (bar: {row.Bar}) {row.Verdict}");
    rows.Add(row);
}

// What a quick run measures is too rough to be kept, and half of a page would look like a whole one.
if (effort == Effort.Full && wanted.Length == 0)
{
    Console.WriteLine($"Written to {ReportPage.Write(rows, machine)}.");
}

return 0;
