using DhpConformance.Abstractions;

namespace DhpConformance.Engine.Scopes;

/// <summary>
/// What a unit that comes from a file may have: far more than any that was ever built, and so little that what a
/// thousand of them have together is still a number. A sum that overflows would be put down to the server.
/// </summary>
internal static class UnitCapacity
{
    private const long MostProcessors = 1_000_000;
    private const long MostBytes = 1L << 50;

    /// <summary>The most of a kind of unit: logical processors or bytes; 0 for a bridge.</summary>
    public static long Most(UnitKind kind) => kind switch
    {
        UnitKind.Processor => MostProcessors,
        UnitKind.MemoryModule => MostBytes,
        _ => 0,
    };
}
