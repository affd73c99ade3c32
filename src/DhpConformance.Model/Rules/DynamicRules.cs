using static DhpConformance.Abstractions.RefusalReason;
using static DhpConformance.Model.Rules.OperationKind;
using Claim = DhpConformance.Abstractions.Claim;
using Claims = DhpConformance.Abstractions.Claims;

namespace DhpConformance.Model.Rules;

/// <summary>DYN: when the map may change on static and on dynamic servers.</summary>
internal static class DynamicRules
{
    public static readonly Rule[] All =
    [
        new("DYN-02",
            "The map of a statically partitionable server does not change while the server is powered on, whether "
            + "its partitions run or not.")
        {
            Sources = ["DHP-DYN-01", "DHP-DYN-02", "DHP-DYN-08", "G-11", "G-12"],
            Derived = true,
            Claims = Claims.Of(Claim.StaticServers),
            Reached = When.RefusedBecause(NotDynamic),
        },
        new("DYN-03",
            "The map of a statically partitionable server can be changed while the server is powered off, and "
            + "holds when it is powered on again.")
        {
            Sources = ["DHP-DYN-03", "DHP-DYN-04"],
            Claims = Claims.Of(Claim.StaticServers),
            Reached = When.Static.And(When.Granted(AssignUnit, ReleaseUnit)),
        },
        new(
            "DYN-05",
            "On a dynamically partitionable server, units can be assigned to and released from a stopped "
                + "partition while the server and its other partitions run.")
        {
            Level = Level.May,
            NeedsNeighbour = true,
            Sources = ["DHP-DYN-05", "G-13", "G-97"],
            Reached = When.Dynamic.And(When.NeighbourRuns).And(When.Granted(AssignUnit, ReleaseUnit)),
        },
        new("DYN-06", "A hot operation does not stop or restart the operating system of its partition.")
        {
            Sources = ["DHP-DYN-06"],
            Reached = When.Granted(HotAdd, HotReplace, HotRemove)
                .Or(When.RefusedBecause(NotSupported, HotAdd, HotReplace, HotRemove)),
            NotVerified = "A restart so quick that no observation falls into it.",
        },
        new("DYN-09", "A hot add puts the unit into the partition that was named.")
        {
            Sources = ["DHP-DYN-09"],
            Capability = Abstractions.HotOperation.Add,
            Reached = When.Granted(HotAdd),
        },
        new("DYN-13", "Hot operations need a running partition; assigning and releasing need a stopped one.")
        {
            Sources = ["DHP-DYN-10", "DHP-DYN-13", "G-71"],
            Derived = true,
            Reached = When.RefusedBecause(NotRunning, HotAdd, HotReplace, HotRemove)
                .Or(When.RefusedBecause(NotStopped, AssignUnit, ReleaseUnit)),
        },
    ];
}
