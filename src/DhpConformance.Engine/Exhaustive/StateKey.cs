using DhpConformance.Model.State;

namespace DhpConformance.Engine.Exhaustive;

/// <summary>
/// A name for a state that all its mirror images share: units that are identical and partitions that are alike can
/// change places without anything else changing. What no later decision depends on (numbers of processors, pool
/// sizes, the latest hot operation) is left out.
/// </summary>
internal sealed class StateKey
{
    private readonly Inventory inventory;
    private readonly int[][] permutations;
    private readonly int[] classOf;

    public StateKey(Inventory inventory)
    {
        this.inventory = inventory;
        permutations = [.. Permutations([], inventory.PartitionCount).Where(KeepsPartitionsAlike)];
        classOf = new int[inventory.UnitCount];
        for (var unit = 0; unit < classOf.Length; unit++)
        {
            classOf[unit] = Enumerable.Range(0, unit + 1).First(other => inventory.AreIdentical(other, unit));
        }
    }

    /// <summary>The name of a state.</summary>
    public string Of(ServerState state)
    {
        string? least = null;
        foreach (var permutation in permutations)
        {
            var key = Of(state, permutation);
            if (least is null || string.CompareOrdinal(key, least) < 0)
            {
                least = key;
            }
        }

        return least!;
    }

    private string Of(ServerState state, int[] permutation)
    {
        var units = inventory.UnitCount;
        var key = new char[units + permutation.Length + 1];
        for (var unit = 0; unit < units; unit++)
        {
            var one = state.Units[unit];
            var owner = !one.IsHeld ? 0 : 1 + permutation[one.Owner];
            key[unit] = (char)((classOf[unit] << 10) | (owner << 6) | ((int)one.Power << 4)
                | (one.FailingComponents << 1)
                | (IsParked(state, one, unit) ? 1 : 0));
        }

        Array.Sort(key, 0, units);
        for (var partition = 0; partition < permutation.Length; partition++)
        {
            key[units + permutation[partition]] = (char)state.Partitions[partition].State;
        }

        key[^1] = (char)((state.PoweredOn ? 1 : 0) | (state.Outage ? 2 : 0));
        return new string(key);
    }

    private static bool IsParked(ServerState state, UnitState unit, int place) =>
        unit.IsHeld && !state.Partitions[unit.Owner].Parked.IsEmpty
        && state.Partitions[unit.Owner].Parked.Any(parked => parked.Unit == place);

    private bool KeepsPartitionsAlike(int[] permutation) => permutation
        .Select((to, from) => (From: inventory.Setup.Partitions[from], To: inventory.Setup.Partitions[to]))
        .All(pair => pair.From.Profile.Name == pair.To.Profile.Name
            && pair.From.ProcessorLimit == pair.To.ProcessorLimit
            && pair.From.MemoryLimit == pair.To.MemoryLimit);

    private static IEnumerable<int[]> Permutations(int[] chosen, int count) =>
        chosen.Length == count
            ? [chosen]
            : Enumerable.Range(0, count).Except(chosen).SelectMany(next => Permutations([.. chosen, next], count));
}
