using DhpConformance.Abstractions;
using DhpConformance.Model.State;

namespace DhpConformance.Model.Monitors;

/// <summary>The monitors of one registration.</summary>
/// <param name="Consumer">The registration, as it was at the beginning.</param>
/// <param name="Arrivals">Arrivals and removals.</param>
/// <param name="Device">Rebalances and sleep of its device; null if it has none.</param>
/// <param name="Io">Its I/O requests.</param>
internal sealed record ConsumerMonitors(
    Registration Consumer, ArrivalMonitor Arrivals, DeviceMonitor? Device, IoMonitor Io)
{
    /// <summary>
    /// Whether it was deregistered, and is kept for arrivals that were caused before and may still come (DHP-ASY-14).
    /// </summary>
    public bool IsDeregistered { get; init; }

    /// <summary>The place of its partition.</summary>
    public int Partition => Consumer.Partition;

    /// <summary>The rule that holds for it: one for drivers, one for applications.</summary>
    public string Rule(string driver, string application) => Consumer.Driver is null ? application : driver;

    /// <summary>A notification that it should not have got, or not like this.</summary>
    public NotificationViolation Violation(string rule, string expected, Notification notice) =>
        Violation(rule, expected, NotificationText.Of(notice));

    /// <summary>Something that is wrong, or missing, about what it got.</summary>
    public NotificationViolation Violation(string rule, string expected, string observed) =>
        new(rule, Consumer.ToString(), expected, observed, Partition);
}
