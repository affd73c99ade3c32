using DhpConformance.Abstractions;
using static DhpConformance.Abstractions.NotificationKind;

namespace DhpConformance.Model.Notifications;

/// <summary>
/// Verifies: the steps of each round of a rebalance, and what becomes of devices that do not play along.
/// Sources: DHP-REB-07..-17; decisions G-45, G-46.
/// Does not verify: who is asked, and how often, which <see cref="QueryChecker"/> does.
/// </summary>
internal static class RebalanceChecker
{
    public static Breach? Breach(Scene scene, int place, Account account)
    {
        var notice = scene.Notices[place];
        if (account.Device is not { } device)
        {
            return notice.Kind.IsRebalance
                ? Scene.Breach("REB-02", account, "no rebalance: it has no device", notice)
                : null;
        }

        var breach = notice.Kind switch
        {
            _ when notice.Kind.IsRebalance && device.Removed => Of("REB-17", "nothing: its device was removed"),
            QueryStop => QueryChecker.Breach(scene, place, account),
            Stop or Start => Step(account, device, notice),
            CancelStop when device.Round != Round.Refused => Of("REB-15", "cancel-stop once after a rejection only"),
            SurpriseRemoval when device.Round != Round.Failing =>
                Of("REB-17", "surprise removal after a start that failed only"),
            _ => null,
        };

        // What the query-stop used up is known to its checker alone; how far the device is follows from each step.
        if (breach is null && scene.Find(account.Consumer.Id) is { Device: { } current } latest)
        {
            scene.Put(latest with { Device = current.After(notice) });
        }

        return breach;

        Breach Of(string rule, string expected) => Scene.Breach(rule, account, expected, notice);
    }

    /// <summary>A round that should have ended by now.</summary>
    public static Breach? Unfinished(Account account) => account.Device?.Round switch
    {
        Round.Agreed => Scene.Breach("REB-07", account, Words.Of(Stop), "nothing after query-stop"),
        Round.Stopped => Scene.Breach("REB-14", account, Words.Of(Start), "nothing after stop"),
        Round.Refused => Scene.Breach("REB-15", account, Words.Of(CancelStop), "nothing after query-stop was rejected"),
        Round.Failing => Scene.Breach("REB-17", account, Words.Of(SurpriseRemoval), "nothing after start failed"),
        _ => null,
    };

    private static Breach? Step(Account account, DeviceBook device, Notification notice)
    {
        var fails = device.Script.FailsRestart;
        var needed = notice.Kind == Stop ? Round.Agreed : Round.Stopped;
        return device.Round == Round.Failing
                ? Scene.Breach("REB-17", account, Words.Of(SurpriseRemoval), notice)
            : device.Round != needed && device.Rejected
                ? Scene.Breach("REB-09", account, "no stop: it rejected query-stop", notice)
            : device.Round != needed
                ? Scene.Breach("REB-07", account, "query-stop, stop and start, in this order, once each", notice)
            : notice.Kind == Start && (notice.Status != 0) != fails
                ? Scene.Breach("REB-17", account, fails ? "a status other than 0" : "status 0", notice)
            : null;
    }
}
