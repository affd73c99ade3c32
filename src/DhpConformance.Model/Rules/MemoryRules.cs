using DhpConformance.Abstractions;
using static DhpConformance.Model.Rules.SizeGoal;

namespace DhpConformance.Model.Rules;

/// <summary>MEM: the amount of memory, and pools that stay as they were at start.</summary>
internal static class MemoryRules
{
    public static readonly Rule[] All =
    [
        new("MEM-01", "The memory of a running partition is the sum of the memory modules that it holds.")
        {
            Sources = ["DHP-ADDM-06", "G-57"],
            Derived = true,
            Reached = When.Granted(OperationKind.StartPartition, OperationKind.RestartPartition),
            ReachedAt = [MemoryBeyondFourGib, MemoryBeyondTwoTib],
        },
        new("MEM-04",
            "The sizes of the paged and nonpaged pool stay what they were at start, whatever is added or replaced.")
        {
            Sources = ["DHP-MEM-04", "DHP-ADDM-07", "G-61", "G-62"],
            Claims = Claims.Of(Claim.MemoryPools),
            Behaviour = Abstractions.Behaviour.FixedPools,
            Reached = When.Granted(OperationKind.HotAdd),
        },
        new("MEM-05",
            "A partition has a paged and a nonpaged pool of more than 0 bytes each that fit into its memory together: "
            + "that at start, or the present one where the profile does not promise that pools stay.")
        {
            Sources = ["DHP-MEM-04", "G-62"],
            Derived = true,
            Claims = Claims.Of(Claim.MemoryPools),
            Reached = When.Granted(OperationKind.StartPartition, OperationKind.RestartPartition),
        },
        new("MEM-11", "Memory beyond the limit of the partition is refused, and the limit itself can be reached.")
        {
            Sources = ["DHP-MEM-11", "G-60"],
            Derived = true,
            Claims = Claims.Of(Claim.HotAddMemoryModule),
            Capability = HotOperation.Add,
            CapabilityKind = UnitKind.MemoryModule,
            Reached = s => s.Operation == OperationKind.HotAdd && s.Kind == UnitKind.MemoryModule
                && s.Required.OnlyReason == RefusalReason.LimitExceeded,
            ReachedAt = [AddBeyondLargeMemoryLimit],
        },
        new("MEM-09", "A list of memory ranges, once returned, does not change.")
        {
            Sources = ["DHP-MEM-09"],
            NotTestable = "Ranges of memory are not part of the contract.",
        },
    ];
}
