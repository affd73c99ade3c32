using DhpConformance.Engine.Execution;

namespace DhpConformance.Engine.Judging;

/// <summary>A trial and the violation that it shows.</summary>
/// <param name="Trial">Cut off after the step where the violation shows.</param>
/// <param name="Violation">What is wrong.</param>
public sealed record Finding(Trial Trial, Violation Violation);
