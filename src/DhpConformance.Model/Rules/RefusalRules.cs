using static DhpConformance.Abstractions.RefusalReason;
using static DhpConformance.Model.Rules.OperationKind;
using Claim = DhpConformance.Abstractions.Claim;
using Claims = DhpConformance.Abstractions.Claims;

namespace DhpConformance.Model.Rules;

/// <summary>REF: the law of refusals.</summary>
internal static class RefusalRules
{
    public static readonly Rule[] All =
    [
        new("REF-01", "A refused operation changes nothing, anywhere.")
        {
            Sources = ["G-00", "DHP-TOP-04", "DHP-REP-04"],
            Derived = true,
            Reached = When.Refused,
        },
        new("REF-02", "A refusal gives a reason that applies.")
        {
            Sources = ["G-00", "G-01", "G-03", "G-11", "G-15", "G-65"],
            Derived = true,
            Reached = When.Refused,
        },
        new("REF-03", "A hot add that fails changes nothing but the latest hot operation shown in its partition.")
        {
            Sources = ["G-00", "DHP-ADD-04", "DHP-ADDP-11"],
            Derived = true,
            Claims = Claims.Of(Claim.StartFailures),
            Capability = Abstractions.HotOperation.Add,
            Reached = When.Failed(HotAdd),
        },
        new("REF-04", "A request that names a unit, partition or consumer that the server does not have is refused.")
        {
            Sources = ["G-03", "G-68"],
            Derived = true,
            Reached = When.RefusedBecause(NotPresent),
        },
        new("REF-05", "A unit that no partition holds cannot be released.")
        {
            Sources = ["G-70"],
            Derived = true,
            Reached = When.RefusedBecause(NotAssigned, ReleaseUnit),
        },
        new(
            "REF-06",
            "Every accepted operation has ended when the server has settled, and a server answers that an "
                + "operation is accepted only if it claims to.")
        {
            Sources = ["G-51"],
            Derived = true,
            Reached = When.Granted(Settle),
        },
        new("REF-07", "Every request is answered in time, and the implementation does not end.")
        {
            Sources = ["G-00"],
            Derived = true,
            Reached = When.Always,
        },
    ];
}
