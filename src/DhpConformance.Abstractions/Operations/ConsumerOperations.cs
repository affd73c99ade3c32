namespace DhpConformance.Abstractions;

/// <summary>
/// Loads a driver into a running partition and registers it as its script says. Registrations end with the
/// operating system that holds them: when the partition stops, restarts or crashes.
/// Sources: DHP-SYN-01, DHP-ASY-01.
/// </summary>
/// <param name="Partition">Must be running.</param>
/// <param name="Consumer">Must not be registered yet, anywhere on the server.</param>
/// <param name="Script">What it registers for, and how it will answer.</param>
public sealed record RegisterDriver(PartitionId Partition, ConsumerId Consumer, DriverScript Script) : Operation;

/// <summary>
/// Starts an application in a running partition and registers its window. Sources: DHP-APP-01, -02.
/// </summary>
/// <param name="Partition">Must be running.</param>
/// <param name="Consumer">Must not be registered yet, anywhere on the server.</param>
/// <param name="Script">What it registers for.</param>
public sealed record RegisterApplication(PartitionId Partition, ConsumerId Consumer, ApplicationScript Script)
    : Operation;

/// <summary>
/// Ends every registration of a driver or application and unloads it. It gets no notification from then on.
/// Sources: DHP-SYN-04, DHP-ASY-13, DHP-APP-12.
/// </summary>
/// <param name="Consumer">Must be registered.</param>
public sealed record Deregister(ConsumerId Consumer) : Operation;

/// <summary>
/// Hands I/O requests to the device of a driver. Each completes once, in order of submission, at the latest when the
/// server has settled; while the device is stopped or in a low power state they wait. Once it was removed by surprise
/// they complete with an error.
/// Sources: DHP-REB-18, -20, DHP-REP-14..16.
/// </summary>
/// <param name="Driver">A registered driver that has a device.</param>
/// <param name="Requests">
/// How many, 1 or more. Requests of one driver are numbered from 1 in order of submission.
/// </param>
public sealed record SubmitIo(ConsumerId Driver, int Requests) : Operation;

/// <summary>
/// Lets everything that was begun come to its end: accepted operations and notifications still to be delivered.
/// Completed when nothing is left; failed if something did not end. Decision G-51.
/// </summary>
public sealed record Settle : Operation;
