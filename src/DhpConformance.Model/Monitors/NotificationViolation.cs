namespace DhpConformance.Model.Monitors;

/// <summary>The first notification, or missing notification, that is against the rules.</summary>
/// <param name="Rule">The rule; null if the notification is not valid data, which says nothing about any rule.</param>
/// <param name="Subject">Whom it concerns, for people: <c>driver c3</c> or <c>partition p1</c>.</param>
/// <param name="Expected">What the rules require, for people.</param>
/// <param name="Observed">What was delivered, for people.</param>
/// <param name="Partition">The place of the partition concerned; -1 for none.</param>
public sealed record NotificationViolation(
    string? Rule, string Subject, string Expected, string Observed, int Partition = -1);
