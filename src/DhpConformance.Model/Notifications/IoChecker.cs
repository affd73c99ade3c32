using DhpConformance.Abstractions;

namespace DhpConformance.Model.Notifications;

/// <summary>
/// Verifies: that I/O requests complete once, in order, with the right status, and not while their device is stopped
/// or asleep. Sources: DHP-REB-18..-20, DHP-REP-14..-16.
/// Does not verify: how long they take.
/// </summary>
internal static class IoChecker
{
    public static Breach? Breach(Scene scene, int place, Account account)
    {
        var notice = scene.Notices[place];
        if (notice.Kind != NotificationKind.IoCompleted)
        {
            return null;
        }

        var (io, request) = (account.Io, notice.Request);
        scene.Put(account with { Io = io.IsOpen(request) ? io.Complete(request) : io });
        return !io.IsOpen(request) ? Of("IO-01", "requests that were submitted, each once")
            : account.Device!.State == DeviceState.Paused ? Of("IO-03", "no I/O while the device is stopped or asleep")
            : request <= io.Completed ? Of("IO-02", $"request {request} before request {io.Completed}")
            : (notice.Status != 0) != account.Device.Removed
                ? Of("IO-04", account.Device.Removed ? "a status other than 0: the device was removed" : "status 0")
            : null;

        Breach Of(string rule, string expected) => Scene.Breach(rule, account, expected, notice);
    }

    /// <summary>A request that should have completed by now.</summary>
    public static Breach? Missing(Account account) => account.Io.FirstOpen is { } request
        ? Scene.Breach("IO-01", account, $"request {request} completed by now", "nothing")
        : null;
}
