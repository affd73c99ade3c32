namespace DhpConformance.Abstractions;

/// <summary>
/// Puts a unit that no partition holds into a running partition. A unit that was switched off is switched on by it.
/// Sources: DHP-DYN-09, section 3 of the facts.
/// </summary>
/// <param name="Partition">Must be running an operating system that supports this for the unit's kind.</param>
/// <param name="Unit">Must be present in the server and mapped to no partition.</param>
public sealed record HotAdd(PartitionId Partition, UnitId Unit) : Operation;

/// <summary>
/// Swaps a unit of a running partition for an identical one that is already in the server and mapped to no
/// partition, in one operation. Nothing that software in the partition can see changes but the physical identity.
/// Sources: DHP-DYN-11, -12, section 4 of the facts; decision G-19.
/// </summary>
/// <param name="Partition">Must be running an operating system that supports this for the target's kind.</param>
/// <param name="Target">The unit that leaves; must be mapped to the partition.</param>
/// <param name="Spare">The unit that takes its place; must be identical to the target and mapped to none.</param>
public sealed record HotReplace(PartitionId Partition, UnitId Target, UnitId Spare) : Operation;

/// <summary>
/// Takes a unit out of a running partition. Refused by every Windows Server; a user-defined profile may support it.
/// Sources: DHP-DYN-10, DHP-REM-01; decision G-86.
/// </summary>
/// <param name="Partition">Must be running.</param>
/// <param name="Unit">Must be mapped to the partition.</param>
public sealed record HotRemove(PartitionId Partition, UnitId Unit) : Operation;
