using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Model.State;

namespace DhpConformance.Model.Notifications;

/// <summary>What a consumer is to be told of, and has been told of.</summary>
/// <param name="AtRegistration">The map when it registered.</param>
/// <param name="Debts">Arrivals; those that were told are kept, to know a second one.</param>
/// <param name="Removals">Removals that it may be told of until the server settles.</param>
internal sealed record ArrivalBook(
    UnitTable AtRegistration, ImmutableArray<ArrivalDebt> Debts, ImmutableArray<RemovalOffer> Removals)
{
    /// <summary>
    /// The places of units that came without arriving: by a replace, or not at all, for their add failed.
    /// </summary>
    public ImmutableArray<int> Silent { get; init; } = [];

    /// <summary>Arrivals that have to be told before the server has settled.</summary>
    public ArrivalDebt? FirstOwed => Debts.FirstOrDefault(debt => debt.Told < debt.Least);

    /// <summary>
    /// Whether a unit was to be told because it was there: then one that came back cannot be told from it.
    /// </summary>
    public bool WasThere(UnitId unit) => Debts.Any(debt => debt.Existing && debt.Unit == unit);

    public ArrivalBook With(IEnumerable<ArrivalDebt> debts)
    {
        var all = Debts.AddRange(debts);
        return all.Length == Debts.Length ? this : this with
        {
            Debts = all,
            Silent = Silent.IsEmpty ? Silent : Silent.RemoveRange(all.Skip(Debts.Length).Select(debt => debt.Now)),
        };
    }

    public ArrivalBook Replace(ArrivalDebt debt, ArrivalDebt by) => this with { Debts = Debts.Replace(debt, by) };

    /// <summary>The logical processor behind a cause is known from now on, to whomever it is owed.</summary>
    public ArrivalBook Learn(ArrivalDebt known, LogicalProcessor processor, bool isSure) =>
        Change(debt => (debt.Cause, debt.Slot, debt.Kind) == (known.Cause, known.Slot, known.Kind)
            ? debt with { Processor = processor, IsSure = isSure }
            : debt);

    /// <summary>
    /// Whether a unit is owed twice, and nobody looked when: it was there, was replaced and came back. An arrival of it
    /// names one of its two logical processors, and nothing tells which.
    /// </summary>
    public bool IsAmbiguous(UnitId? unit)
    {
        var debts = Debts.Where(debt => debt.Unit == unit && debt.Kind == UnitKind.Processor).ToList();
        return debts.Exists(debt => !debt.IsSure) && debts.Exists(debt => debt.Cause != debts[0].Cause);
    }

    /// <summary>What was owed of a unit is owed of its replacement: it can be removed, but keeps its name.</summary>
    public ArrivalBook Swap(int target, int spare) =>
        Change(debt => debt.Now == target ? debt with { Now = spare } : debt);

    /// <summary>A unit comes without arriving.</summary>
    public ArrivalBook Silence(int unit) => Silent.Contains(unit) ? this : this with { Silent = Silent.Add(unit) };

    /// <summary>A unit is removed: what was owed of it need not be told, and its removal may be.</summary>
    public ArrivalBook Remove(int unit, IEnumerable<RemovalOffer> offers) =>
        Change(debt => debt.Now == unit ? debt with { Least = 0, Now = -1 } : debt) with
        {
            Removals = Removals.AddRange(offers),
        };

    /// <summary>The server has settled: nothing more is told of what was caused before.</summary>
    public ArrivalBook Settle() => this with
    {
        Debts = [.. Debts.Where(debt => debt.Told > 0).Select(debt => debt with { Least = 0, Most = debt.Told })],
        Removals = [],
    };

    private ArrivalBook Change(Func<ArrivalDebt, ArrivalDebt> change) =>
        Debts.IsEmpty ? this : this with { Debts = [.. Debts.Select(change)] };
}
