using DhpConformance.Abstractions;

namespace DhpConformance.Reference;

/// <summary>
/// The parts that a reference server is assembled from. A mutant is a server with one faulty part, a variant one with
/// a part that is right and different.
/// </summary>
internal sealed record ServerComposition
{
    /// <summary>What the assembled server is called in reports.</summary>
    public string Name { get; init; } = "reference";

    /// <summary>What it claims. The reference has every request take its whole effect before it is answered.</summary>
    public Claims Claims { get; init; } = Claims.All.Without(Claim.AcceptedOperations);

    /// <summary>The same, declaring a trait beside what it claims.</summary>
    /// <param name="trait">The trait.</param>
    /// <param name="value">Its value; 1 for a trait without a value.</param>
    public ServerComposition Declaring(Trait trait, long value = 1) =>
        this with { Claims = Claims.With(Claims.Traits.With(trait, value)) };

    public Func<Machine, Admission> Admission { get; init; } = machine => new Admission(machine);

    public Func<Machine, Admission, ServiceProcessor> ServiceProcessor { get; init; } =
        (machine, admission) => new ServiceProcessor(machine, admission);

    public Func<ServiceProcessor, Admission, RequestHandler> RequestHandler { get; init; } =
        (service, _) => new RequestHandler(service);

    public Func<Partition, OperatingSystem> OperatingSystem { get; init; } =
        partition => new OperatingSystem(partition);

    public Func<OperatingSystem, Registry, ProcessorCallbacks> ProcessorCallbacks { get; init; } =
        (system, consumers) => new ProcessorCallbacks(system, consumers);

    public Func<OperatingSystem, Registry, Arrivals> Arrivals { get; init; } =
        (system, consumers) => new Arrivals(system, consumers);

    public Func<OperatingSystem, Registry, PlugAndPlay> PlugAndPlay { get; init; } =
        (system, consumers) => new PlugAndPlay(system, consumers);

    public Func<OperatingSystem, Registry, PowerPolicy> PowerPolicy { get; init; } =
        (system, consumers) => new PowerPolicy(system, consumers);

    public Func<OperatingSystem, Registry, InputOutput> InputOutput { get; init; } =
        (system, consumers) => new InputOutput(system, consumers);

    public Func<AffinityPolicy> AffinityPolicy { get; init; } = () => new AffinityPolicy();
}
