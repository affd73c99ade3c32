using DhpConformance.Abstractions;
using DhpConformance.Model.CoverageGoals;
using DhpConformance.Model.Rules;
using DhpConformance.Model.State;
using DhpConformance.Model.Transitions;

namespace DhpConformance.Engine.Coverage;

/// <summary>How large a case becomes, step by step.</summary>
internal sealed class CaseSizes
{
    private const int Many = 300;

    private readonly bool isMixed;
    private int hotOperations;
    private int carriedOut;

    /// <param name="inventory">The server of the case.</param>
    public CaseSizes(Inventory inventory)
    {
        isMixed = inventory.IsMixed;
        Partitions = inventory.PartitionCount;
        Units = inventory.UnitCount;
        Reach(SizeGoals.Of(inventory.Setup));
    }

    /// <summary>The sizes that were reached.</summary>
    public SizeGoalSet Goals { get; private set; }

    /// <summary>Partitions of the server.</summary>
    public int Partitions { get; }

    /// <summary>Units of the server.</summary>
    public int Units { get; }

    /// <summary>The most active processors of a partition.</summary>
    public int ActiveProcessors { get; private set; }

    /// <summary>The most groups of a partition that had an active processor.</summary>
    public int Groups { get; private set; }

    /// <summary>The most bytes of memory of a running partition.</summary>
    public long MemoryBytes { get; private set; }

    /// <summary>The most consumers in a partition.</summary>
    public int Consumers { get; private set; }

    /// <summary>The most hot operations while nothing ended a partition.</summary>
    public int HotOperations { get; private set; }

    /// <summary>The most of those that were not refused.</summary>
    public int CarriedOut { get; private set; }

    /// <summary>A step was answered rightly.</summary>
    public void Answered(in Decision decision, Outcome outcome)
    {
        Reach(SizeGoals.Of(decision, outcome));
        switch (decision.Operation)
        {
            case OperationKind.HotAdd or OperationKind.HotReplace or OperationKind.HotRemove:
                hotOperations++;
                carriedOut += outcome.Kind == OutcomeKind.Refused ? 0 : 1;
                HotOperations = Math.Max(HotOperations, hotOperations);
                CarriedOut = Math.Max(CarriedOut, carriedOut);
                Reach(SizeGoalSet.None.With(SizeGoal.ManyHotOperations, hotOperations > Many));
                break;
            case OperationKind.StopPartition or OperationKind.RestartPartition or OperationKind.PowerOffServer
                or OperationKind.InjectPartitionError when outcome.Kind != OutcomeKind.Refused:
                hotOperations = carriedOut = 0;
                break;
        }
    }

    /// <summary>What was accepted has ended.</summary>
    public void Ended(in Decision decision, Outcome outcome) => Reach(SizeGoals.Of(decision, outcome));

    /// <summary>This was shown, rightly.</summary>
    /// <param name="state">The state before anything was heard.</param>
    /// <param name="observation">What was shown.</param>
    public void Shown(ServerState state, Observation observation)
    {
        Reach(SizeGoals.Of(state, observation));
        for (var place = 0; place < observation.Partitions.Length; place++)
        {
            var seen = observation.Partitions[place];
            ActiveProcessors = Math.Max(ActiveProcessors, seen.ActiveProcessors);
            Groups = Math.Max(Groups, SizeGoals.PopulatedGroups(seen));
            MemoryBytes = Math.Max(MemoryBytes, seen.MemoryBytes);
            Consumers = Math.Max(Consumers, SizeGoals.ConsumersIn(state, place));
        }
    }

    // No rule about different profiles side by side asks for a size.
    private void Reach(SizeGoalSet goals) => Goals = isMixed ? Goals : Goals.With(goals);
}
