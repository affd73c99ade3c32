using System.Collections.Immutable;
using System.Numerics;

namespace DhpConformance.Reference.Mutants;

[Breaks("APP-08", "An application does not get the first of several processors of its group.")]
internal sealed class AffinitySparesTheFirst : AffinityPolicy
{
    internal override ImmutableArray<ulong> Assign(ImmutableArray<ulong> active) =>
        [.. base.Assign(active).Select(mask => BitOperations.IsPow2(mask) ? mask : mask & (mask - 1))];
}
