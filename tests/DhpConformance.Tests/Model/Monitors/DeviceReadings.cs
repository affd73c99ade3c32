using System.Collections.Immutable;
using DhpConformance.Abstractions;

namespace DhpConformance.Tests.Model.Monitors;

/// <summary>
/// The devices of the drivers of one partition, judged as <c>specs/notifications.md</c> says it: some reading of their
/// rebalances is right, and with it hot replaces and I/O.
/// </summary>
/// <remarks>
/// Written without any of the types that judge notifications in the model. It knows logs in which no operation is
/// refused or accepted, no driver has a processor-change callback, and nothing has happened next door.
/// </remarks>
/// <param name="log">The log.</param>
internal sealed class DeviceReadings(MonitoredLog log)
{
    private readonly ImmutableArray<Notification> notices = log.Notices;

    /// <summary>Whether some reading is right.</summary>
    /// <param name="mayGoOn">Whether what is missing in the end may still come.</param>
    /// <param name="isGreedy">Whether to try the first reading only.</param>
    public bool Permit(bool mayGoOn = false, bool isGreedy = false)
    {
        if (!log.HasRightQuantities || !AreRegistered())
        {
            return false;
        }

        var rebalances = new RebalanceReadings(this, log);
        return Drivers.All(driver => new IoRequests(this, log, driver).AreRight(mayGoOn))
            && Replaces.All(replace => new ReplaceNotifications(this, log, replace).AreRight(mayGoOn))
            && Outside()
            && rebalances.All.Take(isGreedy ? 1 : int.MaxValue)
                .Any(reading => rebalances.IsRight(reading, mayGoOn) && IsShown(reading));
    }

    /// <summary>The drivers, in the order of their registration.</summary>
    public IReadOnlyList<RegisterDriver> Drivers { get; } =
        [.. log.Run.All.Select(one => one.Latest).OfType<RegisterDriver>()];

    /// <summary>The hot replaces.</summary>
    public IEnumerable<MonitoredOperations> Replaces => log.Run.All.Where(one => one.Latest is HotReplace);

    /// <summary>The place behind everything that was delivered up to the end of an operation.</summary>
    public int End(int operation) => notices.Count(notice => notice.Operation <= operation);

    /// <summary>The number of the operation that registered a driver.</summary>
    public int RegisteredBy(RegisterDriver driver) => log.Run.All.First(one => one.Latest == driver).Number;

    /// <summary>The number of the operation that deregistered a driver; that of none if nothing did.</summary>
    public int DeregisteredBy(ConsumerId driver) =>
        First(one => one.Latest is Deregister deregister && deregister.Consumer == driver);

    /// <summary>The number of the settle that follows an operation; that of none if nothing does.</summary>
    public int SettledAfter(int operation) => First(one => one.Number > operation && one.Latest is Settle);

    /// <summary>The places of the notifications of this kind to a driver.</summary>
    public List<int> Places(NotificationKind kind, ConsumerId? driver) =>
    [
        .. Enumerable.Range(0, notices.Length)
            .Where(at => notices[at].Kind == kind && notices[at].Consumer == driver),
    ];

    private int First(Func<MonitoredOperations, bool> like) =>
        log.Run.All.Where(like).Select(one => one.Number).FirstOrDefault(int.MaxValue);

    private bool AreRegistered() => notices.All(notice => notice.Consumer is not { } id
        || (Drivers.FirstOrDefault(driver => driver.Consumer == id) is { } driver
            && notice.Operation >= RegisteredBy(driver) && notice.Operation <= DeregisteredBy(id)));

    // Outside of a hot replace there is nothing of power but a device that is awake late, which that replace judges.
    private bool Outside() => notices.All(notice =>
        notice.Kind switch
        {
            NotificationKind.QueryPower or NotificationKind.SetPowerSleep or NotificationKind.SetPowerWorking
                or NotificationKind.DeviceAsleep or NotificationKind.UnitsSwapped =>
                Replaces.Any(one => one.Number == notice.Operation),
            NotificationKind.DeviceAwake => Replaces.Any(one => one.Number <= notice.Operation),
            _ => true,
        });

    private bool IsShown(IReadOnlyList<DeviceRounds> reading)
    {
        if (log.ShownDevice is not { } shown)
        {
            return true;
        }

        var device = reading[0];
        var isAsleep = Places(NotificationKind.DeviceAsleep, device.Driver.Consumer).Count
            > Places(NotificationKind.DeviceAwake, device.Driver.Consumer).Count;
        return shown == (device.RemovedAt is not null ? DeviceState.Removed
            : isAsleep || device.IsStopped ? DeviceState.Paused
            : DeviceState.Started);
    }
}
