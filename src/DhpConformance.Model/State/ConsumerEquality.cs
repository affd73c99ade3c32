using System.Collections.Immutable;
using DhpConformance.Model.Monitors;

namespace DhpConformance.Model.State;

/// <summary>
/// Tells whether consumers and their notifications are the same. Two orders in which accepted operations end differ in
/// what was told until somebody looks, and rarely after that.
/// </summary>
internal static class ConsumerEquality
{
    /// <summary>Whether there is no difference between two states of the consumers.</summary>
    public static bool AreEqual(ConsumerState? x, ConsumerState? y)
    {
        if (x is null || y is null || ReferenceEquals(x, y))
        {
            return ReferenceEquals(x, y);
        }

        // Each unobserved operation holds the states before and after it, and those hold the operations before: to
        // compare them would take twice as long for each operation more.
        return ReferenceEquals(x.Unobserved, y.Unobserved)
            && AreEqual(x.Registrations, y.Registrations, AreEqual)
            && AreEqual(x.Monitors, y.Monitors, AreEqual)
            && x == y with { Registrations = x.Registrations, Monitors = x.Monitors };
    }

    /// <summary>Whether two lists have the same consumers with the same notifications, in the same order.</summary>
    public static bool AreEqual(List<ConsumerMonitors> x, List<ConsumerMonitors> y) =>
        x.Count == y.Count && x.Zip(y).All(static pair => AreEqual(pair.First, pair.Second));

    /// <summary>Whether two arrays have the same elements; a missing one differs from an empty one.</summary>
    public static bool AreEqual<T>(ImmutableArray<T> x, ImmutableArray<T> y) =>
        AreEqual(x, y, EqualityComparer<T>.Default.Equals);

    private static bool AreEqual<T>(ImmutableArray<T> x, ImmutableArray<T> y, Func<T, T, bool> areEqual)
    {
        if (x.IsDefault || y.IsDefault || x == y)
        {
            return x == y;
        }

        for (var i = 0; i < x.Length && i < y.Length; i++)
        {
            if (!areEqual(x[i], y[i]))
            {
                return false;
            }
        }

        return x.Length == y.Length;
    }

    private static bool AreEqual(Registration x, Registration y) =>
        ReferenceEquals(x, y)
        || (AreEqual(x.MasksAtRegistration, y.MasksAtRegistration)
            && AreEqual(x.Affinity, y.Affinity)
            && x == y with { MasksAtRegistration = x.MasksAtRegistration, Affinity = x.Affinity });

    private static bool AreEqual(ConsumerMonitors x, ConsumerMonitors y) =>
        ReferenceEquals(x, y)
        || (AreEqual(x.Consumer, y.Consumer)
            && AreEqual(x.Arrivals, y.Arrivals)
            && AreEqual(x.Device, y.Device)
            && AreEqual(x.Io.Skipped, y.Io.Skipped)
            && x == y with
            {
                Consumer = x.Consumer,
                Arrivals = x.Arrivals,
                Device = x.Device,
                Io = y.Io with { Skipped = x.Io.Skipped },
            });

    private static bool AreEqual(ArrivalMonitor x, ArrivalMonitor y) =>
        x.AtRegistration.HasSameUnits(y.AtRegistration)
        && AreEqual(x.Readings, y.Readings, AreEqual)
        && AreEqual(x.Removals, y.Removals)
        && AreEqual(x.Past, y.Past)
        && AreEqual(x.Silent, y.Silent)
        && x == y with
        {
            AtRegistration = x.AtRegistration,
            Readings = x.Readings,
            Removals = x.Removals,
            Past = x.Past,
            Silent = x.Silent,
        };

    private static bool AreEqual(DeviceMonitor? x, DeviceMonitor? y) =>
        x is null || y is null
            ? ReferenceEquals(x, y)
            : AreEqual(x.Readings, y.Readings) && x == y with { Readings = x.Readings };
}
