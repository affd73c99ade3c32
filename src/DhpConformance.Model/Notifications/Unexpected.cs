using DhpConformance.Abstractions;
using DhpConformance.Model.State;

namespace DhpConformance.Model.Notifications;

/// <summary>Which rule an arrival breaks that nobody expected.</summary>
internal static class Unexpected
{
    public static Breach Arrival(Scene scene, Account account, Notification notice, int unit)
    {
        var debts = account.Arrivals.Debts;
        if (IsOfAnother(scene, account, unit))
        {
            var own = scene.Inventory.Partition(account.Partition);
            return Scene.Breach("CON-05", account, $"only what happens in {own}", notice);
        }

        if (account.Arrivals.Silent.Contains(unit))
        {
            return Scene.Breach(account.Rule("ASY-03", "APP-06"), account, "nothing: it did not arrive", notice);
        }

        var again = debts.FirstOrDefault(debt => debt.Unit == notice.Unit && debt.Told > 0 && IsAbout(debt, notice));
        if (again is not null)
        {
            return again is { Existing: true, Told: > 1 }
                ? Scene.Breach("ASY-11", account, "each that is there, twice at most", notice)
                : Scene.Breach(account.Rule("ASY-02", "APP-02"), account, "each arrival once", notice);
        }

        if (debts.Any(debt => debt.Told < debt.Most && (debt.Unit == notice.Unit || IsProcessor(debt, notice))))
        {
            return Scene.Breach(account.Rule("ASY-08", "APP-07"), account, "what arrived, unit and processor", notice);
        }

        return unit >= 0 && account.Arrivals.AtRegistration[unit].Owner == account.Partition
            ? Scene.Breach(account.Rule("ASY-10", "APP-06"), account, "nothing of what was there before", notice)
            : Scene.Breach(account.Rule("ASY-03", "APP-06"), account, "nothing: it did not arrive", notice);
    }

    /// <summary>Whether a unit was added to another partition, and somebody there may still be told.</summary>
    private static bool IsOfAnother(Scene scene, Account account, int unit) =>
        UnsettledAdd.All(scene.Before.Unsettled)
            .Concat(UnsettledAdd.All(scene.After.Unsettled))
            .Any(add => add.Unit == unit && add.Partition != account.Partition);

    private static bool IsAbout(ArrivalDebt debt, Notification notice) =>
        debt.Processor is null || debt.Processor == notice.Processor;

    private static bool IsProcessor(ArrivalDebt debt, Notification notice) =>
        debt.Processor is { } known && notice.Processor is { } told
        && (known.Group, known.Number) == (told.Group, told.Number);
}
