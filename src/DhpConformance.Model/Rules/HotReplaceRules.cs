using DhpConformance.Abstractions;
using static DhpConformance.Abstractions.Claim;
using static DhpConformance.Abstractions.RefusalReason;

namespace DhpConformance.Model.Rules;

/// <summary>REP: hot replace, one operation after which nothing logical has changed.</summary>
internal static class HotReplaceRules
{
    private static readonly Claims Replace = Claims.Of(Claim.HotReplace);

    public static readonly Rule[] All =
    [
        new(
            "REP-01",
            "The spare is identical to the target in kind, type and capacity; any other spare is refused, even a "
                + "larger one.")
        {
            Sources = ["DHP-REP-01", "DHP-REP-02", "G-65", "G-66", "G-67"],
            Claims = Replace,
            Capability = HotOperation.Replace,
            Reached = When.RefusedBecause(Incompatible, OperationKind.HotReplace),
        },
        new("REP-03", "The spare is in the server and no partition holds it.")
        {
            Sources = ["DHP-REP-03", "DHP-DYN-11", "G-68", "G-69"],
            Claims = Replace,
            Capability = HotOperation.Replace,
            Reached = When.RefusedBecause(InUse, OperationKind.HotReplace),
        },
        new("REP-04", "A hot replace is one operation: at no time does the partition hold both units, or neither.")
        {
            Sources = ["DHP-REP-04", "DHP-DYN-12", "G-75"],
            Claims = Replace,
            Capability = HotOperation.Replace,
            Reached = When.Granted(OperationKind.HotReplace),
            NotVerified = "A gap between two observations that leaves no trace.",
        },
        new("REP-05", "A supported unit can be hot replaced at any time while the partition runs.")
        {
            Sources = ["DHP-REP-05", "DHP-REP-25"],
            Claims = Replace,
            Capability = HotOperation.Replace,
            Reached = When.Granted(OperationKind.HotReplace),
        },
        new("REP-07", "The target is a unit of the named partition.")
        {
            Sources = ["DHP-DYN-11", "G-70"],
            Derived = true,
            Claims = Replace,
            Capability = HotOperation.Replace,
            Reached = When.RefusedBecause(NotAssigned, OperationKind.HotReplace),
        },
        new("REP-18", "After a hot replace the spare serves in place of the target, and the target is free.")
        {
            Sources = ["DHP-REP-18", "DHP-DYN-11", "G-82", "G-83"],
            Derived = true,
            Claims = Replace,
            Capability = HotOperation.Replace,
            Reached = When.Granted(OperationKind.HotReplace),
            NotVerified = "Whether a unit that failed is kept from being used again.",
        },
        new(
            "REP-20",
            "A hot replace changes nothing logical: active processors with their numbers and masks, the maximum, "
                + "memory, pools and bridges stay as they were.")
        {
            Sources = ["DHP-REP-20", "DHP-REP-21", "G-19"],
            Derived = true,
            Claims = Replace,
            Capability = HotOperation.Replace,
            Reached = When.Granted(OperationKind.HotReplace),
            NotVerified = "The contents of memory and the state of threads.",
        },
        new("REP-21", "A hot replace that fails leaves the target in use and the spare free.")
        {
            Sources = ["DHP-REP-04", "G-74", "G-75"],
            Derived = true,
            Claims = Replace.With(StartFailures),
            Capability = HotOperation.Replace,
            Reached = When.Failed(OperationKind.HotReplace),
        },
        new("REP-22",
            "The platform's replace interface names target and spare, and offers mirroring, swapping and quiescing "
            + "steps.")
        {
            Sources = ["DHP-REP-22", "DHP-REP-23"],
            NotTestable = "The steps below one operation are not part of the contract; only their whole effect is.",
        },
    ];
}
