using System.Collections.Immutable;

namespace DhpConformance.Reference;

/// <summary>Gives each application one whole group to run on, turn by turn, as Windows spreads its processes.</summary>
internal class AffinityPolicy
{
    private int turn;

    /// <summary>The affinity of an application that starts while these processors are active.</summary>
    internal virtual ImmutableArray<ulong> Assign(ImmutableArray<ulong> active)
    {
        // In some group there is a processor, or nothing would run.
        do
        {
            turn = (turn + 1) % active.Length;
        }
        while (active[turn] == 0);

        return [.. active.Select((mask, group) => group == turn ? mask : 0)];
    }
}
