using System.Collections.Immutable;
using DhpConformance.Abstractions;

namespace DhpConformance.Reference;

/// <summary>A registered application, and the processors it may run on.</summary>
internal sealed class Application(ConsumerId id, ApplicationScript script, ImmutableArray<ulong> affinity)
{
    public ConsumerId Id { get; } = id;

    public ApplicationScript Script { get; } = script;

    /// <summary>The affinity mask of each group, group 0 first.</summary>
    public ImmutableArray<ulong> Affinity { get; private set; } = affinity;

    /// <summary>What can be seen of it.</summary>
    public ApplicationObservation Observe() => new(Id, Affinity);

    /// <summary>Whether it is notified when a unit of this kind arrives.</summary>
    public bool ListensFor(UnitKind kind) => kind switch
    {
        UnitKind.Processor => Script.ProcessorArrivals,
        UnitKind.MemoryModule => Script.MemoryArrivals,
        _ => false,
    };

    /// <summary>
    /// Gives up the processors that are not active any more. Done as soon as they leave: a number that is taken
    /// again later is another processor, which the application does not get by itself.
    /// </summary>
    public void KeepWithin(ImmutableArray<ulong> active) =>
        Affinity = [.. Affinity.Zip(active, static (mine, there) => mine & there)];
}
