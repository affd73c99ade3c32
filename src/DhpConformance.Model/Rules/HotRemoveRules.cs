using DhpConformance.Abstractions;

namespace DhpConformance.Model.Rules;

/// <summary>REM: hot remove, where a user-defined profile supports it. That no Windows does is CAP-07 to -09.</summary>
internal static class HotRemoveRules
{
    public static readonly Rule[] All =
    [
        new(
            "REM-10",
            "If a profile supports hot remove, the unit becomes free and what it contributed is gone: its "
                + "logical processors, its capacity, or its bridge. Everything else stays.")
        {
            Sources = ["DHP-DYN-06", "DHP-DYN-10", "G-86"],
            Derived = true,
            Claims = Claims.Of(Claim.HotRemove),
            Capability = HotOperation.Remove,
            Reached = When.Granted(OperationKind.HotRemove),
        },
        new("REM-11", "Only a unit that the partition holds can be hot removed.")
        {
            Sources = ["G-70"],
            Derived = true,
            Claims = Claims.Of(Claim.HotRemove),
            Capability = HotOperation.Remove,
            Reached = When.RefusedBecause(RefusalReason.NotAssigned, OperationKind.HotRemove),
        },
    ];
}
