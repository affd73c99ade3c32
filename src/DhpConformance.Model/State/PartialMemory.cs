using System.Collections.Immutable;
using DhpConformance.Abstractions;

namespace DhpConformance.Model.State;

/// <summary>
/// The modules of a partition that came on line in part, in blocks; the rest of them is parked. How much is parked is
/// the implementation's choice, and it is held to what it has shown. Only the sum can be seen.
/// </summary>
/// <param name="Modules">The places of the modules.</param>
/// <param name="Least">Fewest bytes of them that are parked together.</param>
/// <param name="Most">Most of them; as many as <paramref name="Least"/> once somebody has looked.</param>
/// <param name="Block">How many bytes a block has: possible amounts are whole blocks apart.</param>
public sealed record PartialMemory(ImmutableArray<int> Modules, long Least, long Most, long Block)
{
    /// <summary>No module.</summary>
    public static PartialMemory None { get; } = new([], 0, 0, 1);

    /// <summary>Whether a module can come on line in part: it has more than one block.</summary>
    internal static bool IsPossible(Inventory inventory, int unit) =>
        inventory.Kind(unit) == UnitKind.MemoryModule
        && inventory.Claims.Traits[Trait.MemoryInBlocks] is > 0 and var block && inventory.Capacity(unit) > block;

    /// <summary>Whether so many bytes may be parked.</summary>
    internal bool Permits(long parked) => parked >= Least && parked <= Most && (parked - Least) % Block == 0;

    /// <summary>With another module, of which one block or more has come on line, and not all.</summary>
    internal PartialMemory With(Inventory inventory, int module)
    {
        var block = inventory.Claims.Traits[Trait.MemoryInBlocks];
        var (least, most) = Parked(inventory.Capacity(module), block);
        return new(Modules.Add(module), Least + least, Most + most, block);
    }

    /// <summary>Without a module that has left: what was parked of it is known as far as the sum tells.</summary>
    internal PartialMemory Without(Inventory inventory, int module)
    {
        if (!Modules.Contains(module))
        {
            return this;
        }

        var left = Modules.Remove(module);
        var (least, most) = Parked(inventory.Capacity(module), Block);
        return left.IsEmpty ? None : this with
        {
            Modules = left,
            Least = Math.Max(left.Sum(one => Parked(inventory.Capacity(one), Block).Least), Least - most),
            Most = Math.Min(left.Sum(one => Parked(inventory.Capacity(one), Block).Most), Most - least),
        };
    }

    /// <summary>The same with one module in the place of another that is identical.</summary>
    internal PartialMemory Renamed(int target, int spare) =>
        Modules.Contains(target) ? this with { Modules = Modules.Replace(target, spare) } : this;

    /// <summary>The same, once it is seen how many bytes are parked.</summary>
    internal PartialMemory Bound(long parked) => Least == Most ? this : this with { Least = parked, Most = parked };

    private static (long Least, long Most) Parked(long capacity, long block) =>
        (capacity - ((capacity - 1) / block * block), capacity - block);
}
