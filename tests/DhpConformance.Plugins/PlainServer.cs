using System.Runtime.Loader;
using DhpConformance.Abstractions;

namespace DhpConformance.Plugins;

/// <summary>A server that can be made, and tells where it was loaded.</summary>
internal class PlainServer : IPartitionableServer
{
    public virtual ImplementationDescription Describe() => new(
        AssemblyLoadContext.GetLoadContext(typeof(PlainServer).Assembly)?.Name ?? "none", "1.0", Claims.None);

    public void Reset(ServerSetup setup)
    {
    }

    public Outcome Apply(Operation operation) => Outcome.Refused(RefusalReason.NotSupported);

    public Observation Observe() => new() { PoweredOn = true, Units = [], Partitions = [] };

    public void Dispose() => GC.SuppressFinalize(this);
}
