using DhpConformance.Abstractions;
using DhpConformance.Hosting;

namespace DhpConformance.FaultyAdapters.Adapters;

/// <summary>Works, and has nothing to drive: says so with a remedy that is longer than an excerpt of a line.</summary>
internal static class LacksWhatItDrives
{
    public static void Run() => PipeServer.Run(new Absent());

    private sealed class Absent : IPartitionableServer
    {
        public ImplementationDescription Describe() => throw new ServerFaultException(
            ServerFault.CouldNotStart,
            $"The machine was not found below {new string('-', 400)}; name another one.",
            effectUnknown: false);

        public void Reset(ServerSetup setup)
        {
        }

        public Outcome Apply(Operation operation) => Outcome.Completed;

        public Observation Observe() => new() { PoweredOn = true, Units = [], Partitions = [] };

        public void Dispose()
        {
        }
    }
}
