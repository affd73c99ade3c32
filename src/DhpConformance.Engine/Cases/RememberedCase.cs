using DhpConformance.Abstractions;

namespace DhpConformance.Engine.Cases;

/// <summary>
/// A case that failed in an earlier run, or was rare there, and is executed before all that are drawn.
/// </summary>
/// <param name="Name">What it is called where it is kept.</param>
/// <param name="Rule">
/// The rule that it broke, or put to the test; null if the implementation broke instead.
/// </param>
/// <param name="Profile">The profile that is judged by it.</param>
/// <param name="TestCase">The case.</param>
public sealed record RememberedCase(string Name, string? Rule, Profile Profile, TestCase TestCase)
{
    /// <summary>Whether nothing was wrong with it, and it is kept since few cases test its rule.</summary>
    public bool IsRare { get; init; }

    /// <summary>Why a server with these limits cannot be reset to its setup, in a sentence; null if it can.</summary>
    /// <param name="limits">What the implementation can be reset to.</param>
    public string? Problem(ServerLimits limits)
    {
        ArgumentNullException.ThrowIfNull(limits);
        var setup = TestCase.Setup;
        return setup.Partitions.Length > limits.Partitions
            || Count(UnitKind.Processor) > limits.Processors
            || Count(UnitKind.MemoryModule) > limits.MemoryModules
            || Count(UnitKind.IoHostBridge) > limits.IoHostBridges
            || setup.Units.Any(unit =>
                unit.Kind == UnitKind.MemoryModule && unit.Capacity % limits.MemoryGranularity != 0)
            ? "By its limits the implementation takes no such server."
            : null;

        int Count(UnitKind kind) => setup.Units.Count(unit => unit.Kind == kind);
    }
}

/// <summary>How a remembered case fared.</summary>
/// <param name="Case">The case.</param>
/// <param name="Status">Its result in this run.</param>
/// <param name="Rule">The rule that it breaks now; null for none, or if the implementation broke.</param>
/// <param name="Why">Why it was not executed, in a sentence; null if it was.</param>
public sealed record RememberedResult(RememberedCase Case, RememberedStatus Status, string? Rule, string? Why);

/// <summary>What became of a remembered case.</summary>
public enum RememberedStatus
{
    /// <summary>Nothing is wrong with it any more.</summary>
    Passes,

    /// <summary>It fails, under the rule of the time or another.</summary>
    Fails,

    /// <summary>It was not executed.</summary>
    Skipped,
}
