namespace DhpConformance.Benchmarks.Measuring;

/// <summary>The value in the middle, which one bad round does not move.</summary>
internal static class Medians
{
    public static double Of(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
