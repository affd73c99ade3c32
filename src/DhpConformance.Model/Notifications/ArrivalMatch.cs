using DhpConformance.Abstractions;

namespace DhpConformance.Model.Notifications;

/// <summary>Which of the arrivals that a consumer may be told of it was told of.</summary>
internal static class ArrivalMatch
{
    /// <summary>The arrival that a notification tells; null if there is none that it may tell.</summary>
    public static ArrivalDebt? Find(Scene scene, Account account, Notification notice)
    {
        if (notice.Processor is { } numbered && numbered.Unit != notice.Unit)
        {
            return null;
        }

        var isNumbered = scene.Inventory.Claims.Has(Claim.ProcessorNumbers);
        ArrivalDebt? unknown = null;
        foreach (var debt in account.Arrivals.Debts)
        {
            if (debt.Unit != notice.Unit || debt.Told >= debt.Most)
            {
                continue;
            }

            if (debt.Kind != UnitKind.Processor || !isNumbered || (debt.Processor is { } known && known == notice.Processor))
            {
                return debt;
            }

            if (debt.Processor is null && notice.Processor is { } processor && !IsOfAnother(account, debt, processor))
            {
                unknown ??= debt;
            }
        }

        return unknown;
    }

    // Told twice of one logical processor, before the other one of its unit was told: it is the same one again.
    private static bool IsOfAnother(Account account, ArrivalDebt unknown, LogicalProcessor processor) =>
        account.Arrivals.Debts.Any(debt => debt.Cause == unknown.Cause && debt.Unit == unknown.Unit
            && debt.Processor is { } known && (known.Group, known.Number) == (processor.Group, processor.Number));
}
