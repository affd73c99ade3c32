using DhpConformance.Abstractions;

namespace DhpConformance.Model.Notifications;

/// <summary>Which of the arrivals that a consumer may be told of it was told of.</summary>
internal static class ArrivalMatch
{
    /// <summary>
    /// The arrivals that a notification may tell, those that have to be told first: what was there already and may be
    /// told twice must not use up the arrival of the same unit that came back.
    /// </summary>
    public static List<ArrivalDebt> Find(Scene scene, Account account, Notification notice)
    {
        if (notice.Processor is { } numbered && numbered.Unit != notice.Unit)
        {
            return [];
        }

        var isNumbered = scene.Inventory.Claims.Has(Claim.ProcessorNumbers);
        return
        [
            .. account.Arrivals.Debts
                .Where(debt => debt.Unit == notice.Unit && debt.Told < debt.Most)
                .Where(debt => debt.Kind != UnitKind.Processor || !isNumbered || Fits(account, debt, notice))
                .OrderBy(debt => debt.Processor != notice.Processor)
                .ThenBy(debt => debt.Told >= debt.Least),
        ];
    }

    private static bool Fits(Account account, ArrivalDebt debt, Notification notice) =>
        notice.Processor is { } processor
        && (account.Arrivals.IsAmbiguous(notice.Unit)
            || (debt.Processor is { } known ? known == processor : !IsOfAnother(account, debt, processor)));

    // Told twice of one logical processor, before the other one of its unit was told: it is the same one again.
    private static bool IsOfAnother(Account account, ArrivalDebt unknown, LogicalProcessor processor) =>
        account.Arrivals.Debts.Any(debt => debt.Cause == unknown.Cause && debt.Unit == unknown.Unit
            && debt.Processor is { } known && (known.Group, known.Number) == (processor.Group, processor.Number));
}
