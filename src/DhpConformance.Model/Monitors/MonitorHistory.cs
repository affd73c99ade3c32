using System.Collections.Immutable;
using DhpConformance.Model.State;

namespace DhpConformance.Model.Monitors;

/// <summary>
/// The monitors as they were at the last observation, and the operations since, which the next observation is held
/// against.
/// </summary>
/// <param name="Monitors">What each consumer had been notified of, and was owed, at the last observation.</param>
/// <param name="Unobserved">The latest operation that was carried out since; null if there is none.</param>
internal sealed record MonitorHistory(ImmutableArray<ConsumerMonitors> Monitors, UnobservedOperation? Unobserved)
    : NotificationHistory
{
    private static readonly MonitorHistory Nothing = new([], null);

    /// <inheritdoc/>
    public override bool HasConsumers => !Monitors.IsEmpty;

    /// <summary>The history of a state.</summary>
    public static MonitorHistory Of(ServerState state) => Of(state.ConsumerState);

    /// <summary>The history of the consumers; an empty one if there are none.</summary>
    public static MonitorHistory Of(ConsumerState? consumers) => (MonitorHistory?)consumers?.History ?? Nothing;

    /// <summary>Whether the monitors have seen the same, and the same operation is the latest.</summary>
    /// <remarks>
    /// Each unobserved operation holds the states before and after it, and those hold the operations before: to compare
    /// them by value would take twice as long for each operation more.
    /// </remarks>
    public bool Equals(MonitorHistory? other) =>
        other is not null
        && ReferenceEquals(Unobserved, other.Unobserved)
        && MonitorEquality.AreEqual(Monitors, other.Monitors);

    /// <inheritdoc/>
    public override int GetHashCode() => Monitors.Length;
}
