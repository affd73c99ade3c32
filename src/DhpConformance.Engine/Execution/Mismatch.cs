using DhpConformance.Model.Matching;
using DhpConformance.Model.Monitors;

namespace DhpConformance.Engine.Execution;

/// <summary>Why an observation does not go with a state: what it shows, or its notifications.</summary>
/// <param name="Difference">What it shows that differs; null if that is not it.</param>
/// <param name="NotificationViolation">What is wrong with the notifications; null if nothing is.</param>
internal sealed record Mismatch(Difference? Difference, NotificationViolation? NotificationViolation);
