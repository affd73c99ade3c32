using static DhpConformance.Abstractions.RefusalReason;
using static DhpConformance.Model.Rules.OperationKind;

namespace DhpConformance.Model.Rules;

/// <summary>RUN: start, stop and restart of partitions, and the power of the server.</summary>
internal static class LifeCycleRules
{
    public static readonly Rule[] All =
    [
        new("RUN-01", "A stopped or crashed partition with enough units can be started, and then runs.")
        {
            Sources = ["DHP-TOP-02"],
            Derived = true,
            Reached = When.Granted(StartPartition),
        },
        new("RUN-02", "A running or crashed partition can be stopped, and then is stopped.")
        {
            Sources = ["DHP-TOP-02"],
            Derived = true,
            Reached = When.Granted(StopPartition),
        },
        new("RUN-03", "A running or crashed partition can be restarted, and then runs.")
        {
            Sources = ["DHP-TOP-02"],
            Derived = true,
            Reached = When.Granted(RestartPartition),
        },
        new("RUN-04",
            "The server can be powered off, which stops every partition, and powered on again, which starts none.")
        {
            Sources = ["DHP-DYN-03", "DHP-TOP-20"],
            Derived = true,
            Reached = When.Granted(PowerOffServer, PowerOnServer),
        },
        new(
            "RUN-05",
            "A request that does not fit the run state is refused: starting a partition that runs, stopping one "
                + "that is stopped, running anything on a server that is off.")
        {
            Sources = ["G-00"],
            Derived = true,
            Reached = When.RefusedBecause(NotRunning, StartPartition, StopPartition, RestartPartition, PowerOffServer)
                .Or(When.RefusedBecause(NotStopped, StartPartition, PowerOnServer)),
        },
    ];
}
