using System.Collections.Immutable;
using DhpConformance.Abstractions;
using static DhpConformance.Abstractions.NotificationKind;

namespace DhpConformance.Tests.Model.Monitors;

/// <summary>
/// Every reading of the rebalance rounds of a log: what caused each round, and which cancel-stop ended one.
/// </summary>
internal sealed class RebalanceReadings
{
    private readonly DeviceReadings devices;
    private readonly MonitoredLog log;
    private readonly List<RoundCause> causes;

    public RebalanceReadings(DeviceReadings devices, MonitoredLog log)
    {
        (this.devices, this.log) = (devices, log);
        causes = [.. log.Run.All.SelectMany(Causes)];
    }

    /// <summary>Every reading: one for each device, in all combinations.</summary>
    public IEnumerable<IReadOnlyList<DeviceRounds>> All
    {
        get
        {
            IEnumerable<ImmutableList<DeviceRounds>> all = [[]];
            foreach (var driver in devices.Drivers)
            {
                all = all.SelectMany(readings => Of(driver).Select(readings.Add)).ToList();
            }

            return all;
        }
    }

    /// <summary>Whether nothing is wrong with a reading.</summary>
    /// <param name="reading">The reading.</param>
    /// <param name="mayGoOn">Whether what is missing in the end may still come.</param>
    public bool IsRight(IReadOnlyList<DeviceRounds> reading, bool mayGoOn) =>
        reading.All(device => device.Rounds.TrueForAll(round =>
            !Deadlines(device, mayGoOn).Any(deadline => round.From < deadline && !(round.End < deadline))
            && MayBegin(round, device, reading)))
        && Settles(mayGoOn).All(settle => reading.All(device => IsDone(device, settle)));

    private IEnumerable<DeviceRounds> Of(RegisterDriver driver)
    {
        IEnumerable<DeviceRounds> readings = [new(driver, [], "", null)];
        for (var at = 0; at < log.Notices.Length; at++)
        {
            var (notice, place) = (log.Notices[at], at);
            if (notice.Kind is QueryStop or Stop or Start or CancelStop or SurpriseRemoval
                && notice.Consumer == driver.Consumer)
            {
                readings = driver.Script.Device is null ? []
                    : readings.SelectMany(reading => reading.With(notice, place, causes)).ToList();
            }
        }

        return readings;
    }

    // Each processor from the moment at which it is active; a bridge from the operation that adds it.
    private IEnumerable<RoundCause> Causes(MonitoredOperations one)
    {
        if (one.Latest is not HotAdd add)
        {
            return [];
        }

        var (before, after) = (one.Before.Partitions[0].ActiveProcessors, one.After.Partitions[0].ActiveProcessors);
        var until = End(devices.SettledAfter(one.Number));
        return one.After.Inventory.Kind(one.After.Inventory.Find(add.Unit)) switch
        {
            UnitKind.Processor => Enumerable.Range(before + 1, after - before).Select(active => new RoundCause(
                Enumerable.Range(devices.End(one.Number - 1), devices.End(one.Number) - devices.End(one.Number - 1))
                    .Where(at => log.Notices[at].ActiveProcessors >= active)
                    .FirstOrDefault(devices.End(one.Number)),
                until,
                IsProcessor: true,
                one.Number,
                active - before)).ToList(),
            UnitKind.IoHostBridge => [new(devices.End(one.Number - 1), until, IsProcessor: false, one.Number, Nth: 1)],
            _ => [],
        };
    }

    private int End(int operation) => operation == int.MaxValue ? int.MaxValue : devices.End(operation);

    private IEnumerable<int> Settles(bool mayGoOn) => log.Run.All
        .Where(one => one.Latest is Settle && (!mayGoOn || one.Number < log.Run.Number))
        .Select(one => one.Number);

    // A round ends before the server has settled, before its driver is deregistered, and before a hot replace begins.
    private IEnumerable<int> Deadlines(DeviceRounds device, bool mayGoOn)
    {
        var deregistered = devices.DeregisteredBy(device.Driver.Consumer);
        return Settles(mayGoOn).Select(devices.End)
            .Concat(deregistered <= log.Run.Number - (mayGoOn ? 1 : 0) ? [devices.End(deregistered)] : [])
            .Concat(devices.Replaces
                .Select(replace => new ReplaceNotifications(devices, log, replace).First)
                .OfType<int>());
    }

    private bool MayBegin(DeviceRound round, DeviceRounds device, IReadOnlyList<DeviceRounds> reading)
    {
        if (round.Cause is { } cause)
        {
            return round.From >= cause.From && round.From < cause.Until
                && (!cause.IsProcessor || TakesPart(device.Driver.Script.Device!));
        }

        var operation = log.Run.All[log.Notices[round.From].Operation - 1].Latest;
        return operation is not (HotAdd or HotReplace or HotRemove)
            && (TakesPart(device.Driver.Script.Device!) || !IsDue(round.From, reading));
    }

    // Until each device that takes part has ended a round that began after the last processor was active.
    private bool IsDue(int at, IReadOnlyList<DeviceRounds> reading)
    {
        var due = causes.Where(cause => cause.IsProcessor && cause.From <= at && cause.Until > at)
            .Select(cause => (int?)cause.From).Max();
        var participants = reading.Where(device => device.Driver.Script.Device is { } script && TakesPart(script)
            && devices.End(devices.RegisteredBy(device.Driver)) <= at).ToList();
        return due is { } from && (participants.Count == 0
            || participants.Exists(device => !(device.RemovedAt < at)
                && !device.Rounds.Exists(round => round.From >= from && round.End < at)));
    }

    // One round at least that began after the last processor was active.
    private bool IsDone(DeviceRounds device, int settle)
    {
        var last = causes.Where(cause => cause.IsProcessor && cause.Operation < settle
                && devices.SettledAfter(cause.Operation) == settle
                && cause.Operation > devices.RegisteredBy(device.Driver)
                && cause.Operation < devices.DeregisteredBy(device.Driver.Consumer))
            .Select(cause => (int?)cause.From).Max();
        return device.Driver.Script.Device is not { } script || !TakesPart(script) || last is null
            || devices.DeregisteredBy(device.Driver.Consumer) < settle
            || device.RemovedAt < devices.End(settle)
            || device.Rounds.Exists(round => round.From >= last && round.From < devices.End(settle));
    }

    private static bool TakesPart(DeviceScript device) => device.RebalancePolicy switch
    {
        2 => true,
        1 => false,
        _ => device.ClassOptOut is { } isOptedOut ? !isOptedOut : device.Class != DeviceClass.Network,
    };
}
