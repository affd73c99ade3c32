using DhpConformance.Model.State;

namespace DhpConformance.Model.Notifications;

/// <summary>What one consumer has been told so far, and what it is still owed.</summary>
/// <param name="Consumer">Its registration, as it was at the beginning.</param>
/// <param name="Arrivals">Arrivals and removals.</param>
/// <param name="Device">Rebalance and sleep of its device; null if it has none.</param>
/// <param name="Io">Its I/O requests.</param>
internal sealed record Account(Registration Consumer, ArrivalBook Arrivals, DeviceBook? Device, IoBook Io)
{
    /// <summary>The place of its partition.</summary>
    public int Partition => Consumer.Partition;

    /// <summary>The rule that holds for it: one for drivers, one for applications.</summary>
    public string Rule(string driver, string application) => Consumer.Driver is null ? application : driver;
}
