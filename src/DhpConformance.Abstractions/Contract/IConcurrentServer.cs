namespace DhpConformance.Abstractions;

/// <summary>
/// A partitionable server that takes requests of several clients at once, and claims
/// <see cref="Claim.ConcurrentRequests"/>. What it is as an <see cref="IPartitionableServer"/> is its client 0, which
/// alone resets it.
/// </summary>
public interface IConcurrentServer : IPartitionableServer
{
    /// <summary>
    /// Another client of the same server, valid until the next reset. Each client is used by one thread at a time, and
    /// several clients at once.
    /// </summary>
    /// <param name="client">Which client, 1 or more; asked for once after each reset.</param>
    /// <returns>
    /// A way to apply operations and to observe. It describes itself as the server does, is never reset, and to dispose
    /// it ends the client and not the server. That may happen while it asks: then nobody hears its answer any more, and
    /// what it asked for may take effect or not.
    /// </returns>
    IPartitionableServer Connect(int client);
}
