using DhpConformance.Abstractions;
using DhpConformance.Model.Matching;
using DhpConformance.Model.Rules;
using DhpConformance.Model.Transitions;

namespace DhpConformance.Engine.Judging;

/// <summary>The rule that a state breaks which does not go with the answer given.</summary>
internal static class StateRules
{
    public static string AfterReset(Difference difference) =>
        difference.Field == Field.UnitList ? "TOP-14" : "TOP-01";

    public static string Of(Step step, Difference difference, Observation observation)
    {
        var decision = step.Decision;
        if (difference.Field == Field.UnitList)
        {
            return "TOP-14";
        }

        if (step.Outcome.Kind == Abstractions.OutcomeKind.Refused)
        {
            return difference.Field == Field.RunState && decision.Operation.IsHot
                && difference.Partition == decision.Partition
                ? "DYN-06"
                : "REF-01";
        }

        if (difference.Field is Field.Consumers or Field.Affinity)
        {
            return difference.Field == Field.Consumers ? "CON-07" : "APP-08";
        }

        if (decision.Operation.IsAboutConsumers)
        {
            return "CON-08";
        }

        if (decision.Vetoed > 0 && IsAdded(decision, difference))
        {
            return decision.Partly ? "SYN-10" : "SYN-09";
        }

        if (step.Outcome.Kind == Abstractions.OutcomeKind.Failed)
        {
            return decision.Operation == OperationKind.HotReplace ? "REP-21" : "REF-03";
        }

        if (decision.Operation == OperationKind.Settle && difference.Field is Field.Owner)
        {
            return "REF-06";
        }

        return difference.Field switch
        {
            Field.ServerPower => "RUN-04",
            Field.Owner => Owner(decision, difference, observation),
            Field.UnitPower => "TOP-08",
            _ when IsElsewhere(decision, difference) => decision.Operation.IsFault ? "TOP-18" : "TOP-04",
            _ => InPartition(decision, difference.Field),
        };
    }

    // What was vetoed has joined all the same; anything else is wrong with or without a veto.
    private static bool IsAdded(in Decision decision, Difference difference) =>
        (difference.Field == Field.ActiveProcessors && difference.Partition == decision.Partition)
        || (difference.Field == Field.Owner && difference.Unit == decision.Unit);

    private static string Owner(in Decision decision, Difference difference, Observation observation)
    {
        if (difference.Unit != decision.Unit && difference.Unit != decision.Spare)
        {
            return decision.Operation.IsLifeCycle ? "TOP-20"
                : decision.Operation.IsFault ? "TOP-18"
                : decision.Operation == OperationKind.HotReplace ? "REP-18"
                : "TOP-09";
        }

        return decision.Operation switch
        {
            OperationKind.AssignUnit => "TOP-03",
            OperationKind.ReleaseUnit => "TOP-14",
            OperationKind.HotAdd => "DYN-09",
            OperationKind.HotReplace => HoldsBothOrNeither(decision, observation) ? "REP-04" : "REP-18",
            OperationKind.HotRemove => "REM-10",
            _ => "TOP-09",
        };
    }

    // The wrong unit left: the partition holds target and spare, and yet as many units as it should (REP-18).
    private static bool HoldsBothOrNeither(in Decision decision, Observation observation)
    {
        var partition = decision.Before.Inventory.Partition(decision.Partition);
        var held = observation.Units.Count(unit => unit.Owner == partition);
        var before = decision.Before;
        var place = decision.Partition;
        return held != Enumerable.Range(0, before.Units.Count).Count(unit => before.Units[unit].Owner == place);
    }

    // Server power concerns every partition; any other operation only the one it names, or none.
    private static bool IsElsewhere(in Decision decision, Difference difference) =>
        decision.Operation is not (OperationKind.PowerOnServer or OperationKind.PowerOffServer)
        && difference.Partition != decision.Partition;

    private static string InPartition(in Decision decision, Field field)
    {
        var operation = decision.Operation;
        if (operation == OperationKind.HotReplace && field is not (Field.RunState or Field.LatestHotOperation))
        {
            return "REP-20";
        }

        if (operation == OperationKind.HotRemove
            && field is (Field.ActiveProcessors or Field.Numbering or Field.Memory or Field.Bridges))
        {
            return "REM-10";
        }

        return field switch
        {
            Field.RunState => RunState(operation),
            Field.ActiveProcessors => ActiveProcessors(decision),
            Field.MaximumProcessors => "PROC-08",
            Field.ProcessorIndex => "PROC-24",
            Field.ProcessorNumber => "PROC-18",
            Field.ActiveMask => "PROC-02",
            Field.ProcessorUnit => "TOP-06",
            Field.Numbering => "PROC-07",
            Field.Memory =>
                operation == OperationKind.HotAdd && UnitKindOf(decision) == UnitKind.MemoryModule
                    ? "ADD-20"
                    : "MEM-01",
            Field.Pools => Pools(decision),
            Field.Bridges => "ADD-30",
            _ => "TOP-22",
        };
    }

    // A rule that does not apply to the profile cannot be broken.
    private static string Pools(in Decision decision) =>
        decision.Operation is OperationKind.StartPartition or OperationKind.RestartPartition
        || !decision.Before.Inventory.Profile(decision.Partition).Promises(Abstractions.Behaviour.FixedPools)
            ? "MEM-05"
            : "MEM-04";

    private static string RunState(OperationKind operation) => operation switch
    {
        OperationKind.StartPartition => "RUN-01",
        OperationKind.StopPartition => "RUN-02",
        OperationKind.RestartPartition => "RUN-03",
        OperationKind.PowerOnServer or OperationKind.PowerOffServer => "RUN-04",
        OperationKind.HotAdd or OperationKind.HotReplace or OperationKind.HotRemove => "DYN-06",
        _ when operation.IsFault => "TOP-18",
        _ => "RUN-05",
    };

    private static string ActiveProcessors(in Decision decision) => decision.Operation switch
    {
        OperationKind.HotAdd when UnitKindOf(decision) == UnitKind.Processor => decision.Partly ? "ADD-04" : "ADD-10",
        OperationKind.StartPartition or OperationKind.RestartPartition => "PROC-11",
        _ => "PROC-07",
    };

    private static UnitKind UnitKindOf(in Decision decision) => decision.Before.Inventory.Kind(decision.Unit);
}
