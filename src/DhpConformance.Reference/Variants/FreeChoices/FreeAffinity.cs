using System.Collections.Immutable;

namespace DhpConformance.Reference.Variants;

/// <summary>Gives an application any groups to run on, but not none.</summary>
internal sealed class FreeAffinity(FreeChoice choice) : AffinityPolicy
{
    internal override ImmutableArray<ulong> Assign(ImmutableArray<ulong> active)
    {
        var populated = Enumerable.Range(0, active.Length).Where(group => active[group] != 0).ToArray();
        var chosen = choice.Pick(populated);
        return [.. active.Select((mask, group) => group == chosen || choice.Toss() ? mask : 0)];
    }
}
