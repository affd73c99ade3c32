using DhpConformance.Abstractions;
using static DhpConformance.Abstractions.Claim;
using static DhpConformance.Model.Rules.CoverageGoal;

namespace DhpConformance.Model.Rules;

/// <summary>REB: the rebalance that each processor add starts, who takes part, and who does not play along.</summary>
internal static class RebalanceRules
{
    public static readonly Rule[] All =
    [
        new("REB-01",
            "Each hot add of a processor is followed by a rebalance that begins after its last Complete and has "
            + "ended when the server has settled: every device that takes part is asked to stop.")
        {
            Sources = ["DHP-REB-01", "DHP-ADDP-08", "DHP-ADD-03", "DHP-REB-22", "G-48", "G-49"],
            Derived = true,
            Claims = Claims.Of(Claim.ResourceRebalance, HotAddProcessor),
            Behaviour = Abstractions.Behaviour.ResourceRebalance,
            Capability = HotOperation.Add,
            CapabilityKind = UnitKind.Processor,
            ReachedOn = [RebalanceWithParticipant],
        },
        new(
            "REB-02",
            "Only the hot add of a processor starts a rebalance, at most one for each; the add of a bridge may "
                + "start one, too.")
        {
            Sources = ["DHP-REB-02", "DHP-ADDM-05", "DHP-REP-19", "G-23", "G-49", "G-54", "G-55", "G-73"],
            Derived = true,
            Claims = Claims.Of(Claim.ResourceRebalance, HotAddProcessor),
            Behaviour = Abstractions.Behaviour.ResourceRebalance,
            Capability = HotOperation.Add,
            CapabilityKind = UnitKind.Processor,
            ReachedOn = [NoRebalanceDue],
        },
        new(
            "REB-03",
            "The policy of a device has precedence: with 1 the device does not take part, with 2 it does, "
                + "whatever its class says.")
        {
            Sources = ["DHP-REB-03", "G-47"],
            Claims = Claims.Of(Claim.ResourceRebalance, HotAddProcessor),
            Behaviour = Abstractions.Behaviour.ResourceRebalance,
            Capability = HotOperation.Add,
            CapabilityKind = UnitKind.Processor,
            ReachedOn = [RebalanceDecidedByPolicy],
        },
        new(
            "REB-04",
            "If a device has no policy, the opt-out of its class decides: true keeps it out, false lets it take "
                + "part.")
        {
            Sources = ["DHP-REB-04", "G-47"],
            Claims = Claims.Of(Claim.ResourceRebalance, HotAddProcessor),
            Behaviour = Abstractions.Behaviour.ResourceRebalance,
            Capability = HotOperation.Add,
            CapabilityKind = UnitKind.Processor,
            ReachedOn = [RebalanceDecidedByClass],
        },
        new(
            "REB-05",
            "If there is neither a policy nor an opt-out, network adapters do not take part and all other "
                + "devices do.")
        {
            Sources = ["DHP-REB-05", "G-47"],
            Claims = Claims.Of(Claim.ResourceRebalance, HotAddProcessor),
            Behaviour = Abstractions.Behaviour.ResourceRebalance,
            Capability = HotOperation.Add,
            CapabilityKind = UnitKind.Processor,
            ReachedOn = [RebalanceDecidedByDefault],
        },
        new("REB-07",
            "A device that takes part gets query-stop, stop and start in this order, each once for each rebalance.")
        {
            Sources = ["DHP-REB-07", "DHP-REB-11", "DHP-REB-12"],
            Claims = Claims.Of(Claim.ResourceRebalance, HotAddProcessor),
            Behaviour = Abstractions.Behaviour.ResourceRebalance,
            Capability = HotOperation.Add,
            CapabilityKind = UnitKind.Processor,
            ReachedOn = [RebalanceWithParticipant],
        },
        new("REB-09", "A device that rejects query-stop is not stopped, and the rebalance of the others goes on.")
        {
            Sources = ["DHP-REB-08", "DHP-REB-09", "DHP-REB-10", "DHP-REB-11", "G-45", "G-46"],
            Claims = Claims.Of(Claim.ResourceRebalance, HotAddProcessor),
            Behaviour = Abstractions.Behaviour.ResourceRebalance,
            Capability = HotOperation.Add,
            CapabilityKind = UnitKind.Processor,
            ReachedOn = [RebalanceRejected],
        },
        new("REB-14", "Every device that was stopped is started again, at the latest when the server has settled.")
        {
            Sources = ["DHP-REB-14", "DHP-REB-18"],
            Claims = Claims.Of(Claim.ResourceRebalance, HotAddProcessor),
            Behaviour = Abstractions.Behaviour.ResourceRebalance,
            Capability = HotOperation.Add,
            CapabilityKind = UnitKind.Processor,
            ReachedOn = [RebalanceWithParticipant],
        },
        new(
            "REB-15",
            "A device that rejected query-stop gets cancel-stop, and no device gets cancel-stop between stop and "
                + "start.")
        {
            Sources = ["DHP-REB-15", "DHP-REB-16"],
            Claims = Claims.Of(Claim.ResourceRebalance, HotAddProcessor),
            Behaviour = Abstractions.Behaviour.ResourceRebalance,
            Capability = HotOperation.Add,
            CapabilityKind = UnitKind.Processor,
            ReachedOn = [RebalanceRejected],
            NotVerified = "A cancel-stop to a device that agreed or was not asked, which is allowed (DHP-REB-16).",
        },
        new(
            "REB-17",
            "A device that fails to restart is removed by surprise, once, and takes part in no later rebalance; "
                + "no other device is removed, and the processor stays.")
        {
            Sources = ["DHP-REB-17", "DHP-REB-25", "G-46"],
            Claims = Claims.Of(Claim.ResourceRebalance, HotAddProcessor),
            Behaviour = Abstractions.Behaviour.ResourceRebalance,
            Capability = HotOperation.Add,
            CapabilityKind = UnitKind.Processor,
            ReachedOn = [RestartFailed],
            NotVerified = "The final removal, once all handles are closed.",
        },
        new(
            "REB-06",
            "Neither the policy of a device nor the opt-out of its class affects a rebalance for another reason.")
        {
            Sources = ["DHP-REB-06", "DHP-ADDI-04", "G-54"],
            NotTestable =
                "Nothing in the contract requires a rebalance for another reason; after the add of a bridge any "
                + "device may be asked.",
        },
        new("REB-23",
            "Query-stop and stop travel down a stack of drivers; start and cancel-stop travel up, at passive level.")
        {
            Sources = ["DHP-REB-23", "DHP-REB-24"],
            NotTestable = "Each device has one driver in the contract, and interrupt levels are not part of it.",
        },
        new(
            "REB-21",
            "A driver saves the state of its device while the device is stopped, and connects its interrupts anew.")
        {
            Sources = ["DHP-REB-13", "DHP-REB-21", "DHP-REB-22"],
            NotTestable = "These are duties of drivers; interrupts are not part of the contract.",
        },
    ];
}
