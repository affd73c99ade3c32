using DhpConformance.Abstractions;

namespace DhpConformance.Engine.Execution;

/// <summary>
/// Stands before a server and knows which call it has not come back from. In process nothing can end such a call; that
/// it can be named is what helps.
/// </summary>
internal sealed class WatchedServer(IPartitionableServer server) : IPartitionableServer
{
    private volatile string? call;
    private volatile Operation? asked;
    private volatile int step;

    /// <summary>Reads like <c>Apply (HotAdd, step 3)</c>; null while it is asked nothing.</summary>
    public string? Outstanding => (call, asked) switch
    {
        (nameof(Apply), { } operation) => $"{nameof(Apply)} ({operation.GetType().Name}, step {step})",
        (nameof(Observe), _) when step > 0 => $"{nameof(Observe)} (after step {step})",
        var (name, _) => name,
    };

    public ImplementationDescription Describe()
    {
        call = nameof(Describe);
        try
        {
            return server.Describe();
        }
        finally
        {
            call = null;
        }
    }

    public void Reset(ServerSetup setup)
    {
        (step, call) = (0, nameof(Reset));
        try
        {
            server.Reset(setup);
        }
        finally
        {
            call = null;
        }
    }

    public Outcome Apply(Operation operation)
    {
        (step, asked, call) = (step + 1, operation, nameof(Apply));
        try
        {
            return server.Apply(operation);
        }
        finally
        {
            call = null;
        }
    }

    public Observation Observe()
    {
        call = nameof(Observe);
        try
        {
            return server.Observe();
        }
        finally
        {
            call = null;
        }
    }

    public void Dispose()
    {
        call = nameof(Dispose);
        try
        {
            server.Dispose();
        }
        finally
        {
            call = null;
        }
    }
}
