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
        new(
            "MEM-04",
            "The paged and nonpaged pools keep the sizes they had at start, whatever is added or replaced.")
        {
            Sources = ["DHP-MEM-04", "DHP-ADDM-07", "G-61", "G-62"],
            Claims = Claims.Of(Claim.MemoryPools),
            Behaviour = Abstractions.Behaviour.FixedPools,
            Reached = When.Granted(OperationKind.HotAdd),
        },
        new(
            "MEM-05",
            "A partition has a paged and a nonpaged pool of more than 0 bytes each, which together fit into its "
                + "memory: the memory at start, or the present memory if the profile does not promise that pools "
                + "keep their sizes.")
        {
            Sources = ["DHP-MEM-04", "G-62"],
            Derived = true,
            Claims = Claims.Of(Claim.MemoryPools),
            Reached = When.Granted(OperationKind.StartPartition, OperationKind.RestartPartition),
        },
        new(
            "MEM-11",
            "A memory module that would exceed the limit of the partition is refused, and the limit itself can "
                + "be reached.")
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
        new("MEM-09", "A list of memory ranges does not change after it was returned.")
        {
            Sources = ["DHP-MEM-09"],
            NotTestable = "Ranges of memory are not part of the contract.",
        },
    ];
}
