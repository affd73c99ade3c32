namespace DhpConformance.Benchmarks.Report;

/// <summary>A bar, and what was measured against it.</summary>
/// <param name="What">What is measured.</param>
/// <param name="Bar">What it is held to.</param>
/// <param name="Measured">What came out.</param>
/// <param name="Met">Whether that meets the bar; null if this run cannot tell.</param>
internal sealed record Row(string What, string Bar, string Measured, bool? Met)
{
    /// <summary>In a word.</summary>
    public string Verdict => Met switch { true => "met", false => "NOT MET", null => "–" };
}
