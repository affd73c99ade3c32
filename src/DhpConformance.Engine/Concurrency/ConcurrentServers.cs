using DhpConformance.Abstractions;

namespace DhpConformance.Engine.Concurrency;

/// <summary>Makes servers that several clients ask.</summary>
internal static class ConcurrentServers
{
    /// <summary>Makes one.</summary>
    /// <exception cref="NotSupportedException">It takes requests of one client only; a sentence says so.</exception>
    public static IConcurrentServer Make(Func<IPartitionableServer> create)
    {
        var made = create();
        if (made is IConcurrentServer concurrent)
        {
            return concurrent;
        }

        var name = made.Describe().Name;
        made.Dispose();
        throw new NotSupportedException(
            $"{name} takes requests of one client at a time: a server that several clients ask implements "
            + $"{nameof(IConcurrentServer)}, and is reached in process.");
    }
}
