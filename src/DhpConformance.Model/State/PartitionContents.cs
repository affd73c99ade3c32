using DhpConformance.Abstractions;

namespace DhpConformance.Model.State;

/// <summary>How much of what a partition holds; bridges do not count.</summary>
/// <param name="Processors">How many processors.</param>
/// <param name="LogicalProcessors">How many logical processors those have.</param>
/// <param name="MemoryModules">How many memory modules.</param>
/// <param name="Memory">How many bytes those have.</param>
public readonly record struct PartitionContents(int Processors, int LogicalProcessors, int MemoryModules, long Memory)
{
    /// <summary>With what a unit brings added (<paramref name="sign"/> 1) or taken (-1).</summary>
    internal PartitionContents With(Inventory inventory, int unit, int sign) => inventory.Kind(unit) switch
    {
        UnitKind.Processor => this with
        {
            Processors = Processors + sign,
            LogicalProcessors = LogicalProcessors + (sign * (int)inventory.Capacity(unit)),
        },
        UnitKind.MemoryModule => this with
        {
            MemoryModules = MemoryModules + sign,
            Memory = Memory + (sign * inventory.Capacity(unit)),
        },
        _ => this,
    };
}
