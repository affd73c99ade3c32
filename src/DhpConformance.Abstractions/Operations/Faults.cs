namespace DhpConformance.Abstractions;

/// <summary>
/// An error stops the operating system of a running partition (a bug check). Its units stay mapped to it.
/// Source: DHP-TOP-18.
/// </summary>
/// <param name="Partition">Must be running.</param>
public sealed record InjectPartitionError(PartitionId Partition) : Operation;

/// <summary>
/// The next time the unit is brought into a <em>running</em> partition (hot add, or spare of a hot replace), this
/// many of its components do not start. Once that was tried the fault is gone. Injecting it again replaces it.
/// If every component fails the operation fails and is undone; if some start, the unit joins with the others parked.
/// Sources: DHP-ADD-04, DHP-ADDP-11; decisions G-32, G-60, G-74.
/// </summary>
/// <param name="Unit">Must be mapped to no partition.</param>
/// <param name="Components">
/// 1 up to the number of logical processors of a processor; 1 for a memory module or I/O host bridge.
/// </param>
public sealed record InjectStartFailure(UnitId Unit, int Components) : Operation;

/// <summary>
/// The service processor stops or resumes answering. While it does not, every request that would change the map,
/// the power or the run state is refused; running partitions go on. Source: DHP-TOP-09; decision G-94.
/// </summary>
/// <param name="Available">False to stop it, true to resume. Granted, without effect, if it already is so.</param>
public sealed record InjectServiceProcessorOutage(bool Available) : Operation;
