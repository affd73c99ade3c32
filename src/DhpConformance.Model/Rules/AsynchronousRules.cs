using DhpConformance.Abstractions;
using static DhpConformance.Abstractions.Claim;
using static DhpConformance.Model.Rules.CoverageGoal;
using static DhpConformance.Model.Rules.SizeGoal;

namespace DhpConformance.Model.Rules;

/// <summary>ASY: arrivals notified to drivers, once each, never early, and none lost.</summary>
internal static class AsynchronousRules
{
    public static readonly Rule[] All =
    [
        new(
            "ASY-01",
            "Each driver registered for a kind is notified of each hot added processor or memory module of that "
                + "kind, at the latest when the server has settled; nothing that happens in the meantime loses "
                + "the arrival, not even a hot replace.")
        {
            Sources = ["DHP-ASY-01", "DHP-ASY-05", "DHP-ADD-02", "DHP-ADD-03", "DHP-MEM-03", "G-50", "G-51", "G-93"],
            Derived = true,
            Claims = Claims.Of(AsynchronousNotification),
            Behaviour = Abstractions.Behaviour.ArrivalNotification,
            Capability = HotOperation.Add,
            ReachedOn = [ProcessorAddedWithArrivalDriver, MemoryAddedWithArrivalDriver],
            ReachedAt = [DriverArrivalAmongMoreThanFour],
        },
        new("ASY-02", "A driver is notified of an arrival once, not twice.")
        {
            Sources = ["G-50", "DHP-ASY-11"],
            Derived = true,
            Claims = Claims.Of(AsynchronousNotification),
            Behaviour = Abstractions.Behaviour.ArrivalNotification,
            Capability = HotOperation.Add,
            ReachedOn = [ProcessorAddedWithArrivalDriver, MemoryAddedWithArrivalDriver],
        },
        new(
            "ASY-03",
            "A driver is notified only of the arrival of what was added: not of refused, failed, vetoed or "
                + "parked parts, not of bridges, not of replaced units.")
        {
            NeedsAddWithoutArrival = true,
            Sources = ["DHP-ADDI-03", "DHP-ADD-03", "DHP-ADDP-11", "DHP-REP-19", "DHP-ASY-18", "G-23", "G-54", "G-73"],
            Derived = true,
            Claims = Claims.Of(AsynchronousNotification),
            Behaviour = Abstractions.Behaviour.ArrivalNotification,
            Capability = HotOperation.Add,
            ReachedOn = [NothingArrivedWithArrivalDriver],
        },
        new("ASY-04", "A driver is notified only of the kinds that it registered for.")
        {
            Sources = ["DHP-ASY-02", "DHP-ASY-04", "G-44"],
            Claims = Claims.Of(AsynchronousNotification),
            Behaviour = Abstractions.Behaviour.ArrivalNotification,
            Capability = HotOperation.Add,
            ReachedOn = [OtherKindAddedWithArrivalDriver],
        },
        new(
            "ASY-06",
            "A driver is notified of the arrival of a processor only after the processor is active and every "
                + "Complete for it was delivered.")
        {
            Sources = ["DHP-ADDP-06", "DHP-ASY-09", "G-48"],
            Derived = true,
            Claims = Claims.Of(AsynchronousNotification, HotAddProcessor),
            Behaviour = Abstractions.Behaviour.ArrivalNotification,
            Capability = HotOperation.Add,
            CapabilityKind = UnitKind.Processor,
            ReachedOn = [ProcessorAddedWithArrivalDriver],
        },
        new(
            "ASY-07",
            "A driver is notified of the arrival of memory only after the memory of the partition has grown by it.")
        {
            Sources = ["DHP-ADDM-03", "DHP-ADDM-06", "G-58"],
            Derived = true,
            Claims = Claims.Of(AsynchronousNotification, HotAddMemoryModule),
            Behaviour = Abstractions.Behaviour.ArrivalNotification,
            Capability = HotOperation.Add,
            CapabilityKind = UnitKind.MemoryModule,
            ReachedOn = [MemoryAddedWithArrivalDriver],
        },
        new("ASY-08", "An arrival names the unit and the logical processor that were added.")
        {
            Sources = ["DHP-ASY-01", "DHP-ASY-08"],
            Derived = true,
            Claims = Claims.Of(AsynchronousNotification),
            Behaviour = Abstractions.Behaviour.ArrivalNotification,
            Capability = HotOperation.Add,
            ReachedOn = [ProcessorAddedWithArrivalDriver, MemoryAddedWithArrivalDriver],
        },
        new(
            "ASY-10",
            "A driver that registers without asking for existing interfaces is notified of later ones only.")
        {
            Sources = ["DHP-ASY-10", "G-53"],
            Claims = Claims.Of(AsynchronousNotification),
            Behaviour = Abstractions.Behaviour.ArrivalNotification,
            ReachedOn = [ArrivalDriverRegisteredForNew],
            NotVerified = "Who registers between an add and its arrival: it may be notified or not (G-53).",
        },
        new(
            "ASY-11",
            "A driver that asks for existing interfaces is notified of each existing one, once or twice, never "
                + "more often.")
        {
            Sources = ["DHP-ASY-10", "DHP-ASY-11", "G-50"],
            Derived = true,
            Claims = Claims.Of(AsynchronousNotification),
            Behaviour = Abstractions.Behaviour.ArrivalNotification,
            ReachedOn = [ExistingInterfacesReported],
        },
        new("ASY-18", "A driver is notified of a removal only if something was hot removed.")
        {
            Sources = ["DHP-ASY-06", "DHP-REM-01", "DHP-REP-19", "G-73"],
            Derived = true,
            Claims = Claims.Of(AsynchronousNotification),
            Behaviour = Abstractions.Behaviour.ArrivalNotification,
            Capability = HotOperation.Add,
            ReachedOn = [ProcessorAddedWithArrivalDriver, MemoryAddedWithArrivalDriver, ReplaceWithArrivalConsumer],
        },
        new("ASY-12", "A registration holds a reference on the driver, which cannot be unloaded while one is left.")
        {
            Sources = ["DHP-ASY-12"],
            NotTestable = "Deregistering and unloading are one operation in the contract.",
        },
        new("ASY-13", "The system driver registers the instances of the interface classes.")
        {
            Sources = ["DHP-ASY-03"],
            NotTestable = "Who registers an instance is not visible; that arrivals come is ASY-01.",
        },
        new("ASY-16", "Arrival callbacks are quick, run at passive level, and what they return is ignored.")
        {
            Sources = ["DHP-ASY-07", "DHP-ASY-16", "DHP-ASY-17", "G-56"],
            NotTestable = "These are duties of drivers; scripts answer nothing to an arrival.",
        },
    ];
}
