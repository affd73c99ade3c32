namespace DhpConformance.Model.State;

/// <summary>The pool sizes of a running partition, in bytes.</summary>
/// <param name="Paged">The paged pool.</param>
/// <param name="Nonpaged">The nonpaged pool.</param>
public sealed record PoolSizes(long Paged, long Nonpaged);
