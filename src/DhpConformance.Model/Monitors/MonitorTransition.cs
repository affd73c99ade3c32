namespace DhpConformance.Model.Monitors;

/// <summary>A transition of a monitor, as its diagram in <c>specs/notifications.md</c> shows it.</summary>
/// <param name="From">The state before.</param>
/// <param name="Event">What is delivered or happens.</param>
/// <param name="To">The state after.</param>
public sealed record MonitorTransition(string From, string Event, string To);
