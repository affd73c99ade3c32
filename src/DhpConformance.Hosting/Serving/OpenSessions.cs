namespace DhpConformance.Hosting.Serving;

/// <summary>
/// The servers that were reset and that further connections may join as other clients, by the session that the answer
/// to the reset has named.
/// </summary>
internal sealed class OpenSessions
{
    private readonly Lock state = new();
    private readonly Dictionary<string, GuardedServer> servers = [];

    /// <summary>Lets others join a server, and answers by which session.</summary>
    public string Open(GuardedServer server)
    {
        var session = Guid.NewGuid().ToString("N");
        lock (state)
        {
            servers.Add(session, server);
        }

        return session;
    }

    /// <summary>Lets nobody join any more.</summary>
    public void Close(string session)
    {
        lock (state)
        {
            servers.Remove(session);
        }
    }

    /// <summary>Another client of a server; null if there is no such session.</summary>
    public GuardedServer? Join(string session, int client)
    {
        lock (state)
        {
            return servers.TryGetValue(session, out var server) ? server.Connect(client) : null;
        }
    }
}
