using DhpConformance.Abstractions;
using DhpConformance.Reference;

namespace DhpConformance.Tests.Engine.Runs;

/// <summary>A server that is broken, rather than wrong: the reference, with something done to what it says.</summary>
internal sealed class BrokenServer : IPartitionableServer
{
    private readonly ReferenceServer sound = new();

    public Func<ImplementationDescription, ImplementationDescription> Described { get; init; } = one => one;

    public Action Resetting { get; init; } = () => { };

    public Func<Operation, Outcome, Outcome> Answered { get; init; } = (_, outcome) => outcome;

    public Func<Observation, Observation> Seen { get; init; } = observation => observation;

    public Action GivenBack { get; init; } = () => { };

    public ImplementationDescription Describe() => Described(sound.Describe());

    public void Reset(ServerSetup setup)
    {
        Resetting();
        sound.Reset(setup);
    }

    public Outcome Apply(Operation operation) => Answered(operation, sound.Apply(operation));

    public Observation Observe() => Seen(sound.Observe());

    public void Dispose()
    {
        GivenBack();
        sound.Dispose();
    }
}
