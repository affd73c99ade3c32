using static DhpConformance.Abstractions.RefusalReason;
using static DhpConformance.Model.Rules.OperationKind;
using static DhpConformance.Model.Rules.SizeGoal;
using Claim = DhpConformance.Abstractions.Claim;
using Claims = DhpConformance.Abstractions.Claims;

namespace DhpConformance.Model.Rules;

/// <summary>TOP: who holds which unit, and that partitions do not feel each other.</summary>
internal static class TopologyRules
{
    public static readonly Rule[] All =
    [
        new("TOP-01",
            "After a reset the server shows exactly the units and partitions of its setup, each unit with the "
            + "owner the setup gives it.")
        {
            Sources = ["DHP-TOP-01", "DHP-TOP-07", "DHP-TOP-10", "DHP-TOP-11"],
            Derived = true,
            Reached = When.Always,
            ReachedAt = [EightPartitions, NumberBeyondTwoBytes],
        },
        new("TOP-02",
            "Each partition runs its own operating system: what is supported in one does not depend on what runs "
            + "in another.")
        {
            NeedsNeighbour = true,
            Sources = ["DHP-TOP-02", "DHP-DYN-08"],
            Claims = Claims.Of(Claim.MixedProfiles),
            AcrossProfiles = true,
            Reached = When.Granted(HotAdd).Or(When.RefusedBecause(NotSupported, HotAdd, HotReplace)),
            NotVerified = "Operating systems of different architectures side by side.",
        },
        new("TOP-03", "Any free unit may be assigned to any stopped partition, in any combination.")
        {
            Level = Level.May,
            Sources = ["DHP-TOP-03", "DHP-TOP-06"],
            Reached = When.Granted(AssignUnit),
        },
        new("TOP-04",
            "An operation on one partition changes nothing in another: no unit, no count, no amount, no status.")
        {
            NeedsNeighbour = true,
            Sources = ["DHP-TOP-04", "DHP-TOP-19", "G-18", "G-59", "G-84"],
            Derived = true,
            Reached = When.NeighbourRuns.And(When.Granted(
                AssignUnit, ReleaseUnit, StartPartition, StopPartition, RestartPartition,
                HotAdd, HotReplace, HotRemove)),
            NotVerified =
                "Access by software to memory or devices of another partition, and what a module still contains "
                + "when it changes hands.",
        },
        new(
            "TOP-05",
            "A partition runs only with at least one processor and one memory module, and with no more "
                + "processors and memory than its limits allow.")
        {
            Sources = ["DHP-TOP-05", "DHP-TOP-16", "DHP-PROC-09", "G-05", "G-06", "G-60"],
            Derived = true,
            Reached = When.RefusedBecause(Insufficient),
            ReachedAt = [StartBeyondProcessorLimit],
        },
        new("TOP-06",
            "A unit is assigned as a whole: all logical processors of a processor unit belong to the partition "
            + "that holds it, and to no other.")
        {
            Sources = ["DHP-TOP-06", "G-08"],
            Claims = Claims.Of(Claim.ProcessorNumbers, Claim.SeveralLogicalProcessors),
            Reached = When.Granted(StartPartition, RestartPartition)
                .Or(When.Granted(HotAdd, Abstractions.UnitKind.Processor)),
        },
        new("TOP-08",
            "The power of a unit is switched only while no partition holds it; a unit that a partition holds is "
            + "on.")
        {
            Level = Level.May,
            Sources = ["DHP-TOP-08"],
            Derived = true,
            Claims = Claims.Of(Claim.UnitPower),
            Reached = When.Granted(SwitchUnitPower).Or(When.RefusedBecause(InUse, SwitchUnitPower)),
        },
        new(
            "TOP-09",
            "Only the service processor changes the map, one request at a time: a request changes the owner of "
                + "no unit except the ones it names, and nothing changes while the service processor is out.")
        {
            Sources = ["DHP-TOP-09", "G-94"],
            Derived = true,
            Claims = Claims.Of(Claim.ServiceProcessorOutages),
            Reached = When.RefusedBecause(Unavailable),
        },
        new(
            "TOP-13",
            "A unit belongs to at most one partition: a unit that a partition holds cannot be assigned or added "
                + "to any other.")
        {
            Sources = ["DHP-TOP-13", "G-01", "G-02"],
            Derived = true,
            Reached = When.RefusedBecause(InUse, AssignUnit, HotAdd),
        },
        new("TOP-14",
            "Units that no partition holds stay in the server: no unit is ever lost or invented, and a released "
            + "unit is free.")
        {
            Sources = ["DHP-TOP-14", "G-04"],
            Derived = true,
            Reached = When.Granted(ReleaseUnit),
        },
        new("TOP-18", "An error inside one partition stops that partition and affects no other.")
        {
            NeedsNeighbour = true,
            Sources = ["DHP-TOP-18"],
            Claims = Claims.Of(Claim.PartitionErrors),
            Reached = When.Granted(InjectPartitionError).And(When.NeighbourRuns),
        },
        new("TOP-20",
            "The configuration survives stop, start, restart and power cycle: none of them changes the owner of a "
            + "unit.")
        {
            Sources = ["DHP-TOP-20"],
            Reached = When.Granted(StopPartition, StartPartition, RestartPartition, PowerOffServer, PowerOnServer),
            NotVerified = "Hibernation.",
        },
        new(
            "TOP-22",
            "The outcome of the latest hot operation is shown inside the partition concerned, and in no other.")
        {
            Sources = ["DHP-TOP-22", "DHP-ADD-05"],
            Claims = Claims.Of(Claim.HotOperationStatus),
            Capability = Abstractions.HotOperation.Add,
            Reached = When.Granted(HotAdd, HotReplace),
            NotVerified = "How an administrator gets to see it.",
        },
        new("TOP-12", "The operating system sees each partition unit as a Plug and Play device.")
        {
            Sources = ["DHP-TOP-12"],
            NotTestable =
                "How an operating system models a unit is not visible from outside; that units can be added is "
                + "(CAP, ADD).",
        },
        new("TOP-15", "A unit may be a group of mixed resources.")
        {
            Level = Level.May,
            Sources = ["DHP-TOP-15", "G-07"],
            NotTestable = "The suite follows the narrower definition, one kind for each unit.",
        },
        new("TOP-17", "I/O subsystems are in separate units from processors and memory.")
        {
            Sources = ["DHP-TOP-17"],
            NotTestable = "It is true of every setup by construction: a unit has one kind.",
        },
        new("TOP-23", "Without a partition manager, the status of each hot add is shown visually.")
        {
            Sources = ["DHP-TOP-23"],
            NotTestable = "Lamps are not part of the contract.",
        },
    ];
}
