using DhpConformance.Engine.Judging;

namespace DhpConformance.Engine.Smoke;

/// <summary>One thing that was tried.</summary>
/// <param name="Asked">What was asked, in a sentence.</param>
/// <param name="Required">What the rules require, such as <c>refused (in use)</c>; empty for the reset.</param>
/// <param name="Violation">What went wrong; null if nothing did.</param>
public sealed record SmokeStep(string Asked, string Required, Violation? Violation);
