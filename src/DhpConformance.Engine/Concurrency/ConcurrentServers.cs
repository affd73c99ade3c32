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
        var description = made.Describe();
        var claims = description.Claims.Has(Claim.ConcurrentRequests);
        if (claims && made is IConcurrentServer concurrent)
        {
            return concurrent;
        }

        made.Dispose();
        throw new NotSupportedException(claims
            ? $"{description.Name} claims \"concurrent-requests\", and its class does not implement "
                + $"{nameof(IConcurrentServer)}, by which several clients ask it; let it do so, or claim less."
            : $"{description.Name} takes requests of one client at a time; one that takes those of several claims "
                + "\"concurrent-requests\", as `dhp specs concurrency.md` describes.");
    }
}
