using DhpConformance.Abstractions;
using static DhpConformance.Abstractions.Claim;

namespace DhpConformance.Model.Rules;

/// <summary>ADD: what a hot add has to do, and what a part that does not start may do.</summary>
internal static class HotAddRules
{
    public static readonly Rule[] All =
    [
        new(
            "ADD-01",
            "A supported unit can be hot added at any time while the partition runs, as often as there are free "
                + "units and room for them.")
        {
            Sources = ["DHP-ADD-01", "DHP-ADDM-01", "DHP-PROC-06"],
            Capability = HotOperation.Add,
            Reached = When.Granted(OperationKind.HotAdd),
        },
        new(
            "ADD-04",
            "A component that does not start affects nothing else: if some components of the unit start, the "
                + "unit joins with the others parked; if none starts, the hot add fails.")
        {
            Sources = ["DHP-ADD-04", "DHP-ADDP-11", "G-32", "G-60"],
            Claims = Claims.Of(StartFailures),
            Capability = HotOperation.Add,
            Reached = When.Failed(OperationKind.HotAdd)
                .Or(s => s.Operation == OperationKind.HotAdd && s.Required == RequiredAnswer.PartlyGranted),
        },
        new("ADD-10",
            "After the hot add of a processor the active count includes its logical processors, no more and no "
            + "fewer.")
        {
            Sources = ["DHP-ADDP-10", "DHP-PROC-06", "G-95"],
            Claims = Claims.Of(HotAddProcessor),
            Capability = HotOperation.Add,
            CapabilityKind = UnitKind.Processor,
            Reached = When.Granted(OperationKind.HotAdd, UnitKind.Processor),
            NotVerified = "That the scheduler uses them.",
        },
        new("ADD-20", "After the hot add of a memory module the memory of the partition has grown by its capacity.")
        {
            Sources = ["DHP-ADDM-06", "G-57"],
            Claims = Claims.Of(HotAddMemoryModule),
            Capability = HotOperation.Add,
            CapabilityKind = UnitKind.MemoryModule,
            Reached = When.Granted(OperationKind.HotAdd, UnitKind.MemoryModule),
            NotVerified = "That the memory can be written and read.",
        },
        new("ADD-30", "The I/O host bridges that a running partition holds are started in it, hot added ones included.")
        {
            Sources = ["DHP-ADDI-02", "DHP-ADDI-06"],
            Reached = When.Granted(OperationKind.HotAdd, UnitKind.IoHostBridge)
                .Or(When.Granted(OperationKind.StartPartition)),
            NotVerified = "The devices below the bridge.",
        },
        new("ADD-06", "Firmware has made a unit ready before the partition gets it.")
        {
            Sources = ["DHP-ADD-06"],
            NotTestable =
                "The hand-over between firmware and service processor is not visible; that a unit which does not "
                + "start does not join is ADD-04.",
        },
        new("ADD-31", "If resources are short, a device that arrives may get none and stay stopped.")
        {
            Level = Level.May,
            Sources = ["DHP-ADDI-07"],
            NotTestable = "Resources of devices are not part of the contract.",
        },
    ];
}
