using DhpConformance.Benchmarks.Measuring;
using DhpConformance.Benchmarks.Report;
using DhpConformance.Benchmarks.Rows;

if (args.Except(["--quick"]).Any())
{
    Console.Error.WriteLine("Usage: dotnet run -c Release --project tests/DhpConformance.Benchmarks [-- --quick]");
    return 5;
}

var effort = args.Length > 0 ? Effort.Quick : Effort.Full;
var machine = MachineSummary.Now();
var rows = new List<Row>();
Func<Effort, IEnumerable<Row>>[] measurements =
[
    CheckingRows.Measure,
    StateMachineRows.Measure,
    GrowthRow.Measure,
    MemoryRow.Measure,
    ThreadsRow.Measure,
    FindingRow.Measure,
    ShrinkingRows.Measure,
];
foreach (var row in measurements.SelectMany(measure => measure(effort)))
{
    Console.WriteLine($"{row.What}: {row.Measured} (bar: {row.Bar}) {row.Verdict}");
    rows.Add(row);
}

// What a quick run measures is too rough to be kept.
if (effort == Effort.Full)
{
    Console.WriteLine($"Written to {ReportPage.Write(rows, machine)}.");
}

return 0;
