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

    public Func<OperatingSystem, Audience, ProcessorCallbacks> ProcessorCallbacks { get; init; } =
        (system, audience) => new ProcessorCallbacks(system, audience);

    public Func<OperatingSystem, Audience, Arrivals> Arrivals { get; init; } =
        (system, audience) => new Arrivals(system, audience);

    public Func<OperatingSystem, Audience, PlugAndPlay> PlugAndPlay { get; init; } =
        (system, audience) => new PlugAndPlay(system, audience);

    public Func<OperatingSystem, Audience, PowerPolicy> PowerPolicy { get; init; } =
        (system, audience) => new PowerPolicy(system, audience);

    public Func<OperatingSystem, Audience, InputOutput> InputOutput { get; init; } =
        (system, audience) => new InputOutput(system, audience);

    public Func<AffinityPolicy> AffinityPolicy { get; init; } = () => new AffinityPolicy();
}
