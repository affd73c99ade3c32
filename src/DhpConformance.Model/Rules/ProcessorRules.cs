using DhpConformance.Abstractions;
using static DhpConformance.Model.Rules.SizeGoal;

namespace DhpConformance.Model.Rules;

/// <summary>PROC: how many processors are active, how they are numbered, and that they never become fewer.</summary>
internal static class ProcessorRules
{
    private static readonly Claims Numbers = Claims.Of(Claim.ProcessorNumbers);
    private static readonly Precondition Running = When.Granted(
        OperationKind.StartPartition, OperationKind.RestartPartition, OperationKind.HotAdd, OperationKind.HotReplace);

    public static readonly Rule[] All =
    [
        new(
            "PROC-02",
            "The bits set in the active masks stand for the active processors: as many bits as processors, each "
                + "at the position of its processor.")
        {
            Sources = ["DHP-PROC-02", "DHP-PROC-03", "DHP-PROC-04", "DHP-PROC-13", "DHP-PROC-25", "G-35"],
            Claims = Numbers,
            Reached = Running,
            ReachedAt = [SecondGroup, FourthGroup],
        },
        new(
            "PROC-07",
            "The active count of a running partition rises only by the hot add of a processor and falls only by "
                + "a hot remove, which no Windows supports; an operation that neither adds nor removes a "
                + "processor renumbers none.")
        {
            Sources = ["DHP-PROC-07", "DHP-REM-03", "DHP-REM-04", "G-95"],
            Reached = When.Granted(OperationKind.HotAdd, UnitKind.MemoryModule)
                .Or(When.RefusedBecause(RefusalReason.NotSupported, OperationKind.HotRemove)),
        },
        new("PROC-08",
            "The maximum count stays the same while the partition runs and is the lower of the limits of firmware "
            + "and operating system.")
        {
            Sources = ["DHP-PROC-08", "DHP-PROC-10", "DHP-PROC-28", "G-40", "G-41"],
            Reached = Running,
            ReachedAt = [ProcessorLimit],
            NotVerified = "Maxima of single NUMA nodes.",
        },
        new("PROC-09",
            "The active count never exceeds the maximum: a processor that would exceed it is refused, and the "
            + "maximum itself can be reached.")
        {
            Sources = ["DHP-PROC-09", "DHP-PROC-27", "G-39"],
            Derived = true,
            Claims = Claims.Of(Claim.HotAddProcessor),
            Capability = HotOperation.Add,
            CapabilityKind = UnitKind.Processor,
            Reached = s => s.Operation == OperationKind.HotAdd && s.Kind == UnitKind.Processor
                && s.Required.OnlyReason == RefusalReason.LimitExceeded,
            ReachedAt = [ProcessorLimit, AddBeyondProcessorLimit],
        },
        new("PROC-11", "A partition starts with all logical processors of the processors it holds.")
        {
            Sources = ["DHP-PROC-11", "DHP-TOP-06"],
            Derived = true,
            Reached = When.Granted(OperationKind.StartPartition, OperationKind.RestartPartition),
        },
        new(
            "PROC-18",
            "Groups count from 0. There are at least as many as the maximum needs at 64 processors each, no more "
                + "than can be populated, and as many until the next start; without processor groups there is "
                + "only group 0. Numbers in a group are 0 to 63, and no two processors share both.")
        {
            Sources =
            [
                "DHP-PROC-18", "DHP-PROC-19", "DHP-PROC-21", "DHP-PROC-25", "DHP-CAP-11", "G-38", "G-42", "G-43",
            ],
            Derived = true,
            Claims = Numbers,
            Reached = Running,
            ReachedAt = [SecondGroup, ThirdGroup, FourthGroup],
            NotVerified = "How groups follow the physical distance of processors (DHP-PROC-20).",
        },
        new("PROC-24", "System-wide indexes run from 0 to the active count less 1, each once, in order.")
        {
            Sources = ["DHP-PROC-24", "G-96"],
            Claims = Numbers,
            Reached = Running,
        },
        new(
            "PROC-22",
            "Queries that are not aware of groups see group 0 only, and unknown groups have no processors.")
        {
            Sources = ["DHP-PROC-22", "DHP-PROC-23", "G-44"],
            NotTestable = "Single queries are not part of the contract; the masks of all groups are shown at once.",
        },
        new("PROC-20", "Processors that are physically close share a group, and there are few groups.")
        {
            Level = Level.Should,
            Sources = ["DHP-PROC-20"],
            NotTestable = "Physical distance is not part of the contract.",
        },
    ];
}
