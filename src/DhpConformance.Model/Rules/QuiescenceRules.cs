using DhpConformance.Abstractions;
using static DhpConformance.Abstractions.Claim;
using static DhpConformance.Model.Rules.CoverageGoal;
using static DhpConformance.Model.Rules.SizeGoal;

namespace DhpConformance.Model.Rules;

/// <summary>QUI: the sleep around the swap of a hot replace, and what happens if somebody does not sleep.</summary>
internal static class QuiescenceRules
{
    public static readonly Rule[] All =
    [
        new("QUI-01",
            "In a hot replace every driver of the partition gets set-power for the sleep state, once, before the "
            + "units are swapped.")
        {
            Sources = ["DHP-REP-07", "DHP-REP-08", "DHP-PWR-04", "DHP-PWR-06"],
            Claims = Claims.Of(Claim.HotReplace, Quiescence),
            Capability = HotOperation.Replace,
            ReachedOn = [ReplaceWithDriver],
            ReachedAt = [ReplaceAmongMoreThanFour],
        },
        new("QUI-02", "Every device reaches D3 after its driver got set-power and before the units are swapped.")
        {
            Sources = ["DHP-REP-12", "DHP-REP-13", "DHP-PWR-03"],
            Claims = Claims.Of(Claim.HotReplace, Quiescence, Claim.ResourceRebalance),
            Capability = HotOperation.Replace,
            ReachedOn = [ReplaceWithDevice],
            NotVerified = "That transfers by the device itself have stopped.",
        },
        new("QUI-03", "The units are swapped once in a hot replace that completes, and never otherwise.")
        {
            Sources = ["DHP-REP-04", "DHP-REP-18", "G-74", "G-75"],
            Derived = true,
            Claims = Claims.Of(Claim.HotReplace, Quiescence),
            Capability = HotOperation.Replace,
            ReachedOn = [Replaced, ReplaceFailed],
        },
        new(
            "QUI-04",
            "After the swap every driver gets set-power for the working state, once, before the hot replace "
                + "ends; then every device is back in D0, at the latest when the server has settled.")
        {
            Sources = ["DHP-REP-16", "DHP-PWR-08", "DHP-REP-21"],
            Claims = Claims.Of(Claim.HotReplace, Quiescence),
            Capability = HotOperation.Replace,
            ReachedOn = [ReplaceWithDriver],
        },
        new("QUI-05", "No hibernation file is written.")
        {
            Sources = ["DHP-REP-09", "DHP-PWR-07", "DHP-PWR-09"],
            Claims = Claims.Of(Claim.HotReplace, Quiescence),
            Capability = HotOperation.Replace,
            ReachedOn = [Replaced],
        },
        new("QUI-06",
            "Query-power, if it is sent at all, comes at most once to each driver and before its set-power; none "
            + "comes before the return to the working state.")
        {
            Sources = ["DHP-PWR-01", "DHP-REP-10", "G-77"],
            Claims = Claims.Of(Claim.HotReplace, Quiescence),
            Capability = HotOperation.Replace,
            ReachedOn = [ReplaceWithDriver],
        },
        new("QUI-07",
            "A hot replace fails to quiesce only because a driver rejected query-power or a device did not reach D3.")
        {
            Sources = ["DHP-REP-05", "DHP-REP-11", "DHP-PWR-02", "G-76"],
            Derived = true,
            Claims = Claims.Of(Claim.HotReplace, Quiescence),
            Capability = HotOperation.Replace,
            ReachedOn = [ReplaceWithDriver],
        },
        new("QUI-08", "While a registered device is non-dynamic a hot replace is refused as incompatible.")
        {
            Sources = ["DHP-REP-24", "G-78"],
            Derived = true,
            Claims = Claims.Of(Claim.HotReplace, Quiescence, Claim.ResourceRebalance),
            Capability = HotOperation.Replace,
            ReachedOn = [ReplaceWithNonDynamicDevice],
        },
        new("QUI-09", "If a device does not reach D3 the hot replace fails.")
        {
            Sources = ["DHP-REP-12", "G-74", "G-79"],
            Derived = true,
            Claims = Claims.Of(Claim.HotReplace, Quiescence, Claim.ResourceRebalance),
            Capability = HotOperation.Replace,
            ReachedOn = [ReplaceWithSleeplessDevice],
        },
        new(
            "QUI-10",
            "A hot replace that fails wakes the drivers that it put to sleep: each such driver gets set-power "
                + "for the working state once, each such device is back in D0, and nothing else is notified.")
        {
            Sources = ["G-74"],
            Derived = true,
            Claims = Claims.Of(Claim.HotReplace, Quiescence),
            Capability = HotOperation.Replace,
            ReachedOn = [ReplaceFailed],
        },
        new("QUI-11", "While the whole partition sleeps, nothing is delivered in it.")
        {
            Sources = ["DHP-REP-07", "DHP-REP-13", "G-92", "G-93"],
            Derived = true,
            Claims = Claims.Of(Claim.HotReplace, Quiescence),
            OneOfClaims = Claims.Of(AsynchronousNotification, ApplicationNotification),
            Behaviour = Abstractions.Behaviour.ArrivalNotification,
            Capability = HotOperation.Replace,
            ReachedOn = [ReplaceWithPendingNotices],
        },
        new("QUI-12", "A hot replace announces no processor: there is no Start, no Complete and no Failure.")
        {
            Sources = ["DHP-REP-19", "G-73"],
            Derived = true,
            Claims = Claims.Of(Claim.HotReplace, Claim.SynchronousNotification),
            Behaviour = Abstractions.Behaviour.SynchronousNotification,
            Capability = HotOperation.Replace,
            ReachedOn = [ReplaceWithSynchronousDriver],
        },
        new("QUI-13", "Power requests are delivered during a hot replace of their partition, and at no other time.")
        {
            Sources = ["DHP-REP-08", "G-84", "G-86"],
            Derived = true,
            Claims = Claims.Of(Claim.HotReplace, Quiescence),
            Capability = HotOperation.Add,
            ReachedOn = [OtherHotOperationWithDriver],
        },
        new("QUI-15", "A rebalance that has begun ends before the partition is put to sleep.")
        {
            Sources = ["G-93"],
            Derived = true,
            Claims = Claims.Of(Claim.HotReplace, Quiescence, Claim.ResourceRebalance),
            Behaviour = Abstractions.Behaviour.ResourceRebalance,
            Capability = HotOperation.Replace,
            ReachedOn = [ReplaceWithRebalanceDue],
        },
        new("QUI-20", "Devices farther from the root sleep first and wake last.")
        {
            Sources = ["DHP-PWR-05"],
            NotTestable = "The contract knows no tree of devices.",
        },
        new(
            "QUI-21",
            "Drivers allow enough time for requests and bind to no physical instance; memory stays resident "
                + "during the pause.")
        {
            Sources = ["DHP-REP-15", "DHP-REP-17", "DHP-PWR-06", "G-80", "G-81", "G-85"],
            NotTestable = "These are duties of drivers, or lie outside the contract.",
        },
    ];
}
