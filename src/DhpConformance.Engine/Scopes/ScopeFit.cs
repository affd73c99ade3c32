using DhpConformance.Abstractions;

namespace DhpConformance.Engine.Scopes;

/// <summary>Says whether an implementation can be reset to the server of a scope.</summary>
internal static class ScopeFit
{
    /// <summary>Why it cannot, as a sentence; null if it can.</summary>
    public static string? Problem(Scope scope, ImplementationDescription implementation)
    {
        var (setup, limits) = (scope.Setup, implementation.Limits);
        return TooMany("partitions", setup.Partitions.Length, limits.Partitions)
            ?? TooMany("processors", Count(UnitKind.Processor), limits.Processors)
            ?? TooMany("memory modules", Count(UnitKind.MemoryModule), limits.MemoryModules)
            ?? TooMany("I/O host bridges", Count(UnitKind.IoHostBridge), limits.IoHostBridges)
            ?? (setup.Units.Any(IsMisfit)
                ? $"Scope {scope.Name} has a memory module whose size is no multiple of {limits.MemoryGranularity} "
                    + $"bytes, as {implementation.Name} needs; take another scope."
                : null)
            ?? (setup.Units.Any(IsMultiple) && !implementation.Claims.Has(Claim.SeveralLogicalProcessors)
                ? $"Scope {scope.Name} has a processor with several logical processors, which {implementation.Name} "
                    + "does not claim; take another scope."
                : null);

        int Count(UnitKind kind) => setup.Units.Count(unit => unit.Kind == kind);

        bool IsMisfit(PartitionUnit unit) =>
            unit.Kind == UnitKind.MemoryModule && unit.Capacity % limits.MemoryGranularity != 0;

        bool IsMultiple(PartitionUnit unit) => unit.Kind == UnitKind.Processor && unit.Capacity > 1;

        string? TooMany(string things, int count, int most) => count <= most
            ? null
            : $"Scope {scope.Name} has {count} {things}, and {implementation.Name} takes {most} at most; take another "
                + "scope.";
    }
}
