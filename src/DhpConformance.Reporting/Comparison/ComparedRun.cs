using DhpConformance.Engine.Results;

namespace DhpConformance.Reporting.Comparison;

/// <summary>A run that is compared with others.</summary>
/// <param name="Label">What the user calls it, such as the path of its results.</param>
/// <param name="Results">Its results.</param>
public sealed record ComparedRun(string Label, RunResults Results);
