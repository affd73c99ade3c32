using System.Collections.Immutable;
using DhpConformance.Model.State;

namespace DhpConformance.Model.Monitors;

/// <summary>Tells whether monitors have seen the same: the same registration, with the same readings.</summary>
internal static class MonitorEquality
{
    /// <summary>Whether two lists have the same consumers with the same notifications, in the same order.</summary>
    public static bool AreEqual(List<ConsumerMonitors> x, List<ConsumerMonitors> y) =>
        x.Count == y.Count && x.Zip(y).All(static pair => AreEqual(pair.First, pair.Second));

    /// <inheritdoc cref="AreEqual(List{ConsumerMonitors}, List{ConsumerMonitors})"/>
    public static bool AreEqual(ImmutableArray<ConsumerMonitors> x, ImmutableArray<ConsumerMonitors> y) =>
        ConsumerEquality.AreEqual(x, y, AreEqual);

    private static bool AreEqual(ConsumerMonitors x, ConsumerMonitors y) =>
        ReferenceEquals(x, y)
        || (ConsumerEquality.AreEqual(x.Consumer, y.Consumer)
            && AreEqual(x.Arrivals, y.Arrivals)
            && AreEqual(x.Device, y.Device)
            && ConsumerEquality.AreEqual(x.Io.Skipped, y.Io.Skipped)
            && x == y with
            {
                Consumer = x.Consumer,
                Arrivals = x.Arrivals,
                Device = x.Device,
                Io = y.Io with { Skipped = x.Io.Skipped },
            });

    private static bool AreEqual(ArrivalMonitor x, ArrivalMonitor y) =>
        x.AtRegistration.HasSameUnits(y.AtRegistration)
        && ConsumerEquality.AreEqual(x.Readings, y.Readings, ConsumerEquality.AreEqual)
        && ConsumerEquality.AreEqual(x.Removals, y.Removals)
        && ConsumerEquality.AreEqual(x.Past, y.Past)
        && ConsumerEquality.AreEqual(x.Silent, y.Silent)
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
            : ConsumerEquality.AreEqual(x.Readings, y.Readings) && x == y with { Readings = x.Readings };
}
