namespace DhpConformance.Reference;

/// <summary>The parts that a reference server is assembled from. A mutant is a server with one faulty part.</summary>
internal sealed record Blueprint
{
    /// <summary>What the assembled server is called in reports.</summary>
    public string Name { get; init; } = "reference";

    public Func<Machine, Admission> Admission { get; init; } = machine => new Admission(machine);

    public Func<Machine, Admission, ServiceProcessor> ServiceProcessor { get; init; } =
        (machine, admission) => new ServiceProcessor(machine, admission);

    public Func<Partition, OperatingSystem> OperatingSystem { get; init; } =
        partition => new OperatingSystem(partition);
}
