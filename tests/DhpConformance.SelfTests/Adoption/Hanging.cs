using DhpConformance.Abstractions;

namespace DhpConformance.SelfTests.Adoption;

/// <summary>A server that never ends one of the operations, or its reset, until it is disposed.</summary>
internal sealed class Hanging(int at) : IPartitionableServer
{
    private readonly ManualResetEventSlim disposed = new();
    private int place;

    public ImplementationDescription Describe() => new("hanging", "1", Claims.All);

    public void Reset(ServerSetup setup)
    {
        place = 0;
        WaitAt(place);
    }

    public Outcome Apply(Operation operation)
    {
        WaitAt(++place);
        return Outcome.Completed;
    }

    public Observation Observe() => throw new NotSupportedException();

    public void Dispose() => disposed.Set();

    private void WaitAt(int here)
    {
        if (here == at)
        {
            disposed.Wait();
        }
    }
}
