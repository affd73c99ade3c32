using DhpConformance.Abstractions;
using static DhpConformance.Abstractions.NotificationKind;

namespace DhpConformance.Tests.Model.Monitors;

/// <summary>The I/O requests to the device of one driver.</summary>
internal sealed class IoRequests
{
    private readonly MonitoredLog log;
    private readonly DeviceReadings devices;
    private readonly ConsumerId driver;
    private readonly List<int> submittedBy;

    public IoRequests(DeviceReadings devices, MonitoredLog log, RegisterDriver driver)
    {
        (this.devices, this.log, this.driver) = (devices, log, driver.Consumer);
        submittedBy =
        [
            .. log.Run.All.Where(one => one.Latest is SubmitIo submit && submit.Driver == driver.Consumer)
                .SelectMany(one => Enumerable.Repeat(one.Number, ((SubmitIo)one.Latest!).Requests)),
        ];
    }

    /// <summary>Whether each completes once, when it may, with the right status, and in order if it was held.</summary>
    /// <param name="mayGoOn">Whether what is missing in the end may still come.</param>
    public bool AreRight(bool mayGoOn)
    {
        var completions = devices.Places(IoCompleted, driver);
        return completions.TrueForAll(at => IsRight(log.Notices[at], at))
            && completions.Select(at => log.Notices[at].Request).Distinct().Count() == completions.Count
            && Enumerable.Range(0, submittedBy.Count).All(request => IsInTime(request, mayGoOn))
            && Resumptions.All(at => AreInOrder(at, completions));
    }

    private bool IsRight(Notification completion, int at)
    {
        var isRemoved = devices.Places(SurpriseRemoval, driver).Exists(removal => removal < at);
        return completion.Request >= 1 && completion.Request <= submittedBy.Count
            && submittedBy[completion.Request - 1] <= completion.Operation
            && !IsPaused(at, Stop, Start) && !IsPaused(at, DeviceAsleep, DeviceAwake)
            && (completion.Status != 0) == isRemoved;
    }

    private bool IsPaused(int at, NotificationKind pause, NotificationKind resumption) =>
        devices.Places(pause, driver).Select(place => (int?)place).LastOrDefault(place => place < at) is { } from
        && !devices.Places(resumption, driver).Exists(place => place > from && place < at);

    private bool IsInTime(int request, bool mayGoOn)
    {
        var due = Math.Min(devices.SettledAfter(submittedBy[request]), devices.DeregisteredBy(driver));
        return due > log.Run.Number - (mayGoOn ? 1 : 0)
            || devices.Places(IoCompleted, driver)
                .Exists(at => log.Notices[at].Request == request + 1 && log.Notices[at].Operation <= due);
    }

    private IEnumerable<int> Resumptions => devices.Places(DeviceAwake, driver)
        .Concat(devices.Places(Start, driver).Where(at => log.Notices[at].Status == 0));

    private bool AreInOrder(int resumption, List<int> completions)
    {
        var held = completions.Where(at => at > resumption)
            .Select(at => log.Notices[at].Request)
            .Where(request => submittedBy[request - 1] < log.Notices[resumption].Operation)
            .ToList();
        var open = Enumerable.Range(1, submittedBy.Count)
            .Where(request => submittedBy[request - 1] < log.Notices[resumption].Operation
                && !completions.Exists(at => at < resumption && log.Notices[at].Request == request));
        return held.SequenceEqual(open.Take(held.Count));
    }
}
