namespace DhpConformance.Campaigns.Coordination;

/// <summary>Work that is leased.</summary>
/// <param name="Worker">To whom.</param>
/// <param name="Until">When it is free again, unless the worker says that it is alive.</param>
internal readonly record struct Lease(string Worker, DateTimeOffset Until);

/// <summary>
/// Which work is leased to whom. It is not kept: work that nobody remembers to have leased is leased again.
/// </summary>
/// <param name="clock">The time.</param>
internal sealed class LeaseTable(TimeProvider clock)
{
    private readonly Dictionary<long, Lease> leases = [];

    /// <summary>How long a worker may say nothing.</summary>
    public TimeSpan Length { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How many pieces of work are leased.</summary>
    public int Count => leases.Count;

    /// <summary>Whether a piece of work is leased.</summary>
    public bool Has(long place) => leases.TryGetValue(place, out var lease) && lease.Until > clock.GetUtcNow();

    /// <summary>Leases work to a worker.</summary>
    public void Add(IEnumerable<long> places, string worker)
    {
        foreach (var place in places)
        {
            leases[place] = new(worker, clock.GetUtcNow() + Length);
        }
    }

    /// <summary>The worker is alive.</summary>
    public void Renew(string worker) => Add([.. Of(worker).Where(Has)], worker);

    /// <summary>Work is done, or of no use.</summary>
    public void End(long place) => leases.Remove(place);

    /// <summary>The worker has gone.</summary>
    public void EndAll(string worker) => Of(worker).ToList().ForEach(End);

    /// <summary>Nothing is leased any more.</summary>
    public void Clear() => leases.Clear();

    private IEnumerable<long> Of(string worker) =>
        leases.Where(one => one.Value.Worker == worker).Select(one => one.Key);
}
