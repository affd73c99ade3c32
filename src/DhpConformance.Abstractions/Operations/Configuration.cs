namespace DhpConformance.Abstractions;

/// <summary>
/// Maps a unit that no partition holds to a stopped partition (cold assignment). A unit that was switched off is
/// switched on by it. On a static server only while the server is powered off.
/// Sources: DHP-TOP-03, -09, DHP-DYN-02, -03; decision G-13.
/// </summary>
/// <param name="Unit">Must not be mapped to any partition.</param>
/// <param name="Partition">Must be stopped.</param>
public sealed record AssignUnit(UnitId Unit, PartitionId Partition) : Operation;

/// <summary>
/// Takes a unit out of the stopped partition that holds it; it stays in the server, mapped to none.
/// On a static server only while the server is powered off. Sources: DHP-TOP-14; decision G-97.
/// </summary>
/// <param name="Unit">Must be mapped to a stopped partition.</param>
public sealed record ReleaseUnit(UnitId Unit) : Operation;

/// <summary>
/// Switches the power of a unit's socket. Only a unit that no partition holds can be switched. Switching to the
/// position it already has is granted and changes nothing. Source: DHP-TOP-08.
/// </summary>
/// <param name="Unit">Must not be mapped to any partition.</param>
/// <param name="Power">The wanted position.</param>
public sealed record SwitchUnitPower(UnitId Unit, UnitPower Power) : Operation;
