using DhpConformance.Abstractions;
using DhpConformance.Model.Rules;

namespace DhpConformance.Model.Notifications;

/// <summary>
/// Verifies: that nothing is missing at the end of an operation: after settle of anything, after a deregistration of
/// rebalance rounds and I/O. Decisions G-28, G-51.
/// Does not verify: what is missing within an operation, which the checker of its kind does.
/// </summary>
internal static class DueChecker
{
    public static Breach? FirstBreach(Scene scene)
    {
        if (scene.CarriedOut == OperationKind.Deregister
            && AfterDeregistration(scene.Find(((Deregister)scene.Episode!.Operation).Consumer)!) is { } breach)
        {
            return breach;
        }

        scene.Accounts.RemoveAll(account => scene.After.Audience?.Find(account.Consumer.Id) is null);
        return scene.CarriedOut == OperationKind.Settle ? AfterSettle(scene) : null;
    }

    private static Breach? AfterSettle(Scene scene)
    {
        // A device that was never started again may keep others from being asked, and its I/O from completing.
        var checks = new Func<Account, Breach?>[]
        {
            ArrivalChecker.Missing, RebalanceChecker.Unfinished, QueryChecker.Missing, IoChecker.Missing,
        };
        foreach (var check in checks)
        {
            if (scene.Accounts.Select(check).FirstOrDefault(found => found is not null) is { } breach)
            {
                return breach;
            }
        }

        for (var i = 0; i < scene.Accounts.Count; i++)
        {
            var account = scene.Accounts[i];
            scene.Accounts[i] = account with
            {
                Arrivals = account.Arrivals.Settle(),
                Device = account.Device?.Settled(),
            };
        }

        return null;
    }

    private static Breach? AfterDeregistration(Account account) =>
        RebalanceChecker.Unfinished(account) ?? IoChecker.Missing(account);
}
