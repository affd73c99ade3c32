namespace DhpConformance.Reference;

/// <summary>
/// The parts of a running operating system that deal with drivers and applications. They exist from the first
/// registration until it goes down, and whatever was still to be delivered ends with them: a system on which no
/// consumer is registered has no work with notifications.
/// </summary>
internal sealed class SystemServices
{
    public SystemServices(OperatingSystem system, ServerComposition composition)
    {
        Affinities = composition.AffinityPolicy();
        Callbacks = composition.ProcessorCallbacks(system, Registry);
        Arrivals = composition.Arrivals(system, Registry);
        PlugAndPlay = composition.PlugAndPlay(system, Registry);
        Power = composition.PowerPolicy(system, Registry);
        InputOutput = composition.InputOutput(system, Registry);
    }

    public Registry Registry { get; } = new();

    public AffinityPolicy Affinities { get; }

    public ProcessorCallbacks Callbacks { get; }

    public Arrivals Arrivals { get; }

    public PlugAndPlay PlugAndPlay { get; }

    public PowerPolicy Power { get; }

    public InputOutput InputOutput { get; }

    /// <summary>Does a little of everything that was put off. False if nothing was.</summary>
    public bool GoOn() => PlugAndPlay.GoOn() | InputOutput.CompleteSome() | Arrivals.DeliverOne();
}
