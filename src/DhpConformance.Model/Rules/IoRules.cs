using DhpConformance.Abstractions;
using static DhpConformance.Abstractions.Claim;
using static DhpConformance.Model.Rules.CoverageGoal;

namespace DhpConformance.Model.Rules;

/// <summary>IO: requests to a device wait while it is stopped or asleep, and none is lost.</summary>
internal static class IoRules
{
    public static readonly Rule[] All =
    [
        new(
            "IO-01",
            "Every I/O request completes exactly once, at the latest when the server has settled or its driver "
                + "is deregistered.")
        {
            Sources = ["DHP-REB-18", "DHP-REB-19", "DHP-REP-14", "DHP-REP-15", "DHP-REP-16", "DHP-ADDI-04"],
            Derived = true,
            Claims = Claims.Of(Claim.ResourceRebalance, DeviceIo, HotAddProcessor),
            Behaviour = Abstractions.Behaviour.ResourceRebalance,
            Capability = HotOperation.Add,
            CapabilityKind = UnitKind.Processor,
            ReachedOn = [IoPendingAtReplace, IoPendingAtRebalance],
        },
        new("IO-02",
            "I/O requests that were held while their device was paused complete in the order of their submission.")
        {
            Sources = ["DHP-REB-20", "DHP-REP-16", "DHP-PWR-08"],
            Claims = Claims.Of(Claim.ResourceRebalance, DeviceIo, HotAddProcessor),
            Behaviour = Abstractions.Behaviour.ResourceRebalance,
            Capability = HotOperation.Add,
            CapabilityKind = UnitKind.Processor,
            ReachedOn = [SeveralIoPendingAtReplace, SeveralIoPendingAtRebalance],
        },
        new("IO-03", "No I/O request completes while its device is stopped or in D3.")
        {
            Sources = ["DHP-REB-13", "DHP-REB-20", "DHP-REP-12", "DHP-REP-14"],
            Claims = Claims.Of(Claim.ResourceRebalance, DeviceIo, HotAddProcessor),
            Behaviour = Abstractions.Behaviour.ResourceRebalance,
            Capability = HotOperation.Add,
            CapabilityKind = UnitKind.Processor,
            ReachedOn = [IoPendingAtReplace, IoPendingAtRebalance],
        },
        new("IO-04", "An I/O request completes with success, unless its device was removed before.")
        {
            Sources = ["DHP-REB-17", "DHP-REB-18", "DHP-REP-15"],
            Derived = true,
            Claims = Claims.Of(Claim.ResourceRebalance, DeviceIo, HotAddProcessor),
            Behaviour = Abstractions.Behaviour.ResourceRebalance,
            Capability = HotOperation.Add,
            CapabilityKind = UnitKind.Processor,
            ReachedOn = [IoPendingAtReplace, IoPendingAtRebalance],
        },
        new("IO-05", "I/O can be submitted to every device at any time, whatever state the device is in.")
        {
            Sources = ["DHP-REB-18", "DHP-REB-20", "DHP-REP-14"],
            Derived = true,
            Claims = Claims.Of(Claim.ResourceRebalance, DeviceIo),
            ReachedOn = [IoSubmitted],
        },
    ];
}
