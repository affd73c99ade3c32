using DhpConformance.Engine.Cases;
using DhpConformance.Engine.Judging;


namespace DhpConformance.Engine.Attribution;

/// <summary>A test case and the violation that it shows.</summary>
/// <param name="TestCase">Cut off after the step where the violation shows.</param>
/// <param name="Violation">What is wrong.</param>
public sealed record Finding(TestCase TestCase, Violation Violation);
