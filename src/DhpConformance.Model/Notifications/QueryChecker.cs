using DhpConformance.Abstractions;
using DhpConformance.Model.State;
using DhpConformance.Model.Transitions;

namespace DhpConformance.Model.Notifications;

/// <summary>
/// Verifies: that a rebalance is due when a device is asked to stop, that the device takes part, and that each device
/// that takes part was asked by the time the server has settled. Sources: DHP-REB-01..-05, -09, -15; decisions G-47,
/// G-49, G-54.
/// Does not verify: how many of the rebalances that are due are done as one.
/// </summary>
internal static class QueryChecker
{
    public static Breach? Breach(Scene scene, int place, Account account)
    {
        var (device, notice) = (account.Device!, scene.Notices[place]);
        if (device.Round != Round.None)
        {
            return RebalanceChecker.Unfinished(account)! with { Observed = Spoken.Of(notice) };
        }

        var early = NotCompletedYet(scene, place, account);
        var isDue = device.Due > early;
        if (isDue && Participation.TakesPart(device.Script))
        {
            scene.Put(account with { Device = device with { Due = device.Due - 1, Owed = device.Owed && early > 0 } });
        }
        else if (device.Permitted > 0)
        {
            scene.Put(account with { Device = device with { Permitted = device.Permitted - 1 } });
        }
        else
        {
            return isDue ? Scene.Breach(RuleOf(device.Script), account, "no query-stop: it does not take part", notice)
                : device.Due == 0 && IsDueElsewhere(scene, account)
                    ? Scene.Breach("CON-05", account, $"only what happens in {notice.Partition}", notice)
                : Scene.Breach("REB-02", account, "no query-stop: no rebalance is due", notice);
        }

        if (notice.Status != 0)
        {
            var id = account.Consumer.Id;
            scene.Change(account.Partition, a => a with { Device = a.Device?.Beside(itself: a.Consumer.Id == id) });
        }

        var rejects = device.Script.RejectsQueryStop;
        return (notice.Status != 0) != rejects
            ? Scene.Breach("REB-15", account, rejects ? "a status other than 0" : "status 0", notice)
            : null;
    }

    /// <summary>A query-stop that should have been told by now.</summary>
    public static Breach? Missing(Account account)
    {
        if (account.Device is not { MissesRound: true } device)
        {
            return null;
        }

        var rule = device.BesideRejection ? "REB-09" : Participation.OnlyGround(device.Script) switch
        {
            Participation.Ground.Policy => "REB-03",
            Participation.Ground.Class => "REB-04",
            _ => "REB-01",
        };
        return Scene.Breach(rule, account, "query-stop by now, after the last processor was added", "nothing");
    }

    // Rounds for logical processors of which a Complete is still to come in this operation.
    private static int NotCompletedYet(Scene scene, int place, Account account) =>
        scene.IsProcessorAdd && scene.Partition == account.Partition
            ? scene.Announcements.Count(one => one.Added && one.LastComplete > place)
            : 0;

    private static bool IsDueElsewhere(Scene scene, Account account) =>
        UnsettledAdd.All(scene.Before.Unsettled)
            .Concat(UnsettledAdd.All(scene.After.Unsettled))
            .Any(add => add.Partition != account.Partition && !add.IsOf(scene.Inventory, UnitKind.MemoryModule)
                && scene.Inventory.Profile(add.Partition).Promises(Behaviour.ResourceRebalance));

    private static string RuleOf(DeviceScript device) => Participation.GroundOf(device) switch
    {
        Participation.Ground.Policy => "REB-03",
        Participation.Ground.Class => "REB-04",
        _ => "REB-05",
    };
}
