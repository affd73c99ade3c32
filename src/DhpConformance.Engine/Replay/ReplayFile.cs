using System.Collections.Immutable;
using DhpConformance.Engine.Cases;

namespace DhpConformance.Engine.Replay;

/// <summary>A failure, whole: whoever has this file can do the same again, with the suite or without it.</summary>
/// <param name="Header">What it is about.</param>
/// <param name="Exchanges">The requests in order, a reset first, each with its recorded answer.</param>
public sealed record ReplayFile(ReplayHeader Header, ImmutableArray<Exchange> Exchanges)
{
    /// <summary>What to do again.</summary>
    public TestCase TestCase => new(
        Exchanges.OfType<ResetExchange>().First().Params.Setup,
        [.. Exchanges.OfType<ApplyExchange>().Select(exchange => exchange.Params.Operation)],
        Header.ObservationPolicy);
}
