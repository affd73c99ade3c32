using System.Collections.Immutable;

namespace DhpConformance.Engine.Histories;

/// <summary>
/// What several clients asked of one server, and what each of them got. It is all that a verdict on overlapping
/// requests rests on, so that the same history has the same verdict everywhere.
/// </summary>
/// <param name="Header">What it is about.</param>
/// <param name="Calls">The calls in the order in which they began; no two of one client are open at once.</param>
public sealed record History(HistoryHeader Header, ImmutableArray<HistoryCall> Calls)
{
    /// <summary>How many clients took part.</summary>
    public int Clients => Calls.Select(call => call.Client).Distinct().Count();
}
