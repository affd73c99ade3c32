using DhpConformance.Abstractions;
using static DhpConformance.Abstractions.Claim;
using static DhpConformance.Model.Rules.CoverageGoal;
using static DhpConformance.Model.Rules.SizeGoal;

namespace DhpConformance.Model.Rules;

/// <summary>APP: arrivals notified to applications, and the processors they run on.</summary>
internal static class ApplicationRules
{
    public static readonly Rule[] All =
    [
        new(
            "APP-01",
            "Each application registered for a kind is notified of each hot added processor or memory module of "
                + "that kind, at the latest when the server has settled; nothing that happens in the meantime "
                + "loses the arrival, not even a hot replace.")
        {
            Sources = ["DHP-APP-01", "DHP-APP-02", "DHP-APP-05", "G-50", "G-51", "G-93"],
            Derived = true,
            Claims = Claims.Of(ApplicationNotification),
            Behaviour = Abstractions.Behaviour.ArrivalNotification,
            Capability = HotOperation.Add,
            ReachedOn = [ProcessorAddedWithApplication, MemoryAddedWithApplication],
            ReachedAt = [ApplicationArrivalAmongMoreThanFour],
        },
        new("APP-02", "An application is notified of an arrival once, not twice.")
        {
            Sources = ["G-50"],
            Derived = true,
            Claims = Claims.Of(ApplicationNotification),
            Behaviour = Abstractions.Behaviour.ArrivalNotification,
            Capability = HotOperation.Add,
            ReachedOn = [ProcessorAddedWithApplication, MemoryAddedWithApplication],
        },
        new("APP-03", "An application is notified only of the kinds that it registered for.")
        {
            Sources = ["DHP-APP-02", "DHP-APP-03"],
            Claims = Claims.Of(ApplicationNotification),
            Behaviour = Abstractions.Behaviour.ArrivalNotification,
            Capability = HotOperation.Add,
            ReachedOn = [OtherKindAddedWithApplication],
        },
        new(
            "APP-04",
            "An application is notified of the arrival of a processor only after the processor is active and "
                + "every Complete for it was delivered.")
        {
            Sources = ["DHP-ADDP-07", "DHP-APP-04", "G-48"],
            Derived = true,
            Claims = Claims.Of(ApplicationNotification, HotAddProcessor),
            Behaviour = Abstractions.Behaviour.ArrivalNotification,
            Capability = HotOperation.Add,
            CapabilityKind = UnitKind.Processor,
            ReachedOn = [ProcessorAddedWithApplication],
        },
        new(
            "APP-05",
            "An application is notified of the arrival of memory only after the memory of the partition has "
                + "grown by it.")
        {
            Sources = ["DHP-ADDM-04", "DHP-ADDM-06", "DHP-APP-04", "DHP-APP-10", "G-58"],
            Derived = true,
            Claims = Claims.Of(ApplicationNotification, HotAddMemoryModule),
            Behaviour = Abstractions.Behaviour.ArrivalNotification,
            Capability = HotOperation.Add,
            CapabilityKind = UnitKind.MemoryModule,
            ReachedOn = [MemoryAddedWithApplication],
        },
        new(
            "APP-06",
            "An application is notified only of the arrival of what was added since it registered, and of a "
                + "removal only if something was hot removed.")
        {
            NeedsAddWithoutArrival = true,
            Sources = ["DHP-ADDI-03", "DHP-ADDP-11", "DHP-REP-19", "G-23", "G-54", "G-73"],
            Derived = true,
            Claims = Claims.Of(ApplicationNotification),
            Behaviour = Abstractions.Behaviour.ArrivalNotification,
            Capability = HotOperation.Add,
            ReachedOn = [NothingArrivedWithApplication],
        },
        new("APP-07", "An arrival names the unit and the logical processor that were added.")
        {
            Sources = ["DHP-APP-01", "DHP-APP-06", "DHP-APP-07"],
            Derived = true,
            Claims = Claims.Of(ApplicationNotification),
            Behaviour = Abstractions.Behaviour.ArrivalNotification,
            Capability = HotOperation.Add,
            ReachedOn = [ProcessorAddedWithApplication, MemoryAddedWithApplication],
        },
        new(
            "APP-08",
            "The affinity of an application consists of whole groups as they were active when it registered, and "
                + "is not widened automatically when processors are added.")
        {
            Sources = ["DHP-APP-07", "DHP-APP-08", "DHP-APP-09"],
            Derived = true,
            Claims = Claims.Of(ApplicationNotification, ProcessorNumbers, HotAddProcessor),
            Behaviour = Abstractions.Behaviour.ArrivalNotification,
            Capability = HotOperation.Add,
            CapabilityKind = UnitKind.Processor,
            ReachedOn = [ProcessorAddedBesideApplication],
            ReachedAt = [ApplicationWithSeveralGroups],
            NotVerified = "Automatic widening where an application turns it on.",
        },
        new(
            "APP-15",
            "Applications get device arrivals and removals only: nothing synchronous, no power requests and no "
                + "stop requests.")
        {
            Sources = ["DHP-APP-15", "DHP-APP-01"],
            Derived = true,
            Claims = Claims.Of(ApplicationNotification),
            Behaviour = Abstractions.Behaviour.ArrivalNotification,
            Capability = HotOperation.Add,
            ReachedOn = [ProcessorAddedWithApplication, MemoryAddedWithApplication, ReplaceWithApplication],
        },
    ];
}
