namespace DhpConformance.Model.Notifications;

/// <summary>The first thing that was told, or not told, against the rules.</summary>
/// <param name="Rule">The rule; null if the notification is not valid data, which says nothing about any rule.</param>
/// <param name="Subject">Whose it is, for people: <c>driver c3</c> or <c>partition p1</c>.</param>
/// <param name="Expected">What the rules require, for people.</param>
/// <param name="Observed">What was told, for people.</param>
/// <param name="Partition">The place of the partition concerned; -1 for none.</param>
public sealed record Breach(string? Rule, string Subject, string Expected, string Observed, int Partition = -1);
