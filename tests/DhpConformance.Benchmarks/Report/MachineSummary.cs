using System.Runtime.InteropServices;

namespace DhpConformance.Benchmarks.Report;

/// <summary>What the figures were measured on, and how busy that was; never whose it is.</summary>
internal static class MachineSummary
{
    private const string Processors = "/proc/cpuinfo";
    private const string Load = "/proc/loadavg";

    public static string Now() =>
        $"{Environment.ProcessorCount} x {Processor()}, {RuntimeInformation.OSArchitecture}, "
        + $"{RuntimeInformation.FrameworkDescription}; load at the start: {LoadAverage()}";

    private static string Processor() => !File.Exists(Processors)
        ? "unknown processor"
        : File.ReadLines(Processors)
            .FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))
            ?.Split(':')[1].Trim() ?? "unknown processor";

    private static string LoadAverage() => File.Exists(Load) ? File.ReadAllText(Load).Split(' ')[0] : "unknown";
}
