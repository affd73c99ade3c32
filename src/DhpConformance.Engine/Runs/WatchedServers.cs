using DhpConformance.Abstractions;
using DhpConformance.Engine.Execution;

namespace DhpConformance.Engine.Runs;

/// <summary>Makes the servers of a run, and knows which call one of them has not come back from.</summary>
internal sealed class WatchedServers(Func<IPartitionableServer> create)
{
    private readonly Lock gate = new();
    private readonly List<WatchedServer> servers = [];

    /// <summary>A call that is outstanding; null if there is none.</summary>
    public string? Outstanding
    {
        get
        {
            lock (gate)
            {
                return servers.Select(server => server.Outstanding).FirstOrDefault(call => call is not null);
            }
        }
    }

    /// <summary>Makes one more.</summary>
    public IPartitionableServer Create()
    {
        var watched = new WatchedServer(create());
        lock (gate)
        {
            servers.Add(watched);
        }

        return watched;
    }
}
