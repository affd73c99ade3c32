namespace DhpConformance.Campaigns.Coordination;

/// <summary>Who works, or has worked, since this process has had the campaign.</summary>
/// <param name="clock">The time.</param>
internal sealed class WorkerList(TimeProvider clock)
{
    private readonly SortedDictionary<string, Entry> workers = new(StringComparer.Ordinal);

    /// <summary>How many slots there are, of workers that have not gone.</summary>
    public int Slots => workers.Values.Where(one => one.LastWords is null).Sum(one => one.Slots);

    /// <summary>A worker has asked for work.</summary>
    public void Seen(WorkerCard card)
    {
        var entry = EntryOf(card.Name);
        (entry.Slots, entry.Seen, entry.LastWords) = (card.Slots, clock.GetUtcNow(), null);
    }

    /// <summary>A worker has said that it is alive, or that cases of it were counted.</summary>
    public void Heard(string name, int cases = 0)
    {
        if (workers.TryGetValue(name, out var entry))
        {
            entry.Seen = clock.GetUtcNow();
            entry.Cases += cases;
        }
    }

    /// <summary>A worker has gone, or could not come.</summary>
    public void Left(string name, string lastWords) => EntryOf(name).LastWords = lastWords;

    /// <summary>How each of them fares.</summary>
    public WorkerStatus[] Status() =>
    [
        .. workers.Select(one => new WorkerStatus(
            one.Key,
            one.Value.Slots,
            one.Value.Cases,
            one.Value.Cases / Math.Max(1, (one.Value.Seen - one.Value.Since).TotalSeconds),
            clock.GetUtcNow() - one.Value.Seen,
            one.Value.LastWords)),
    ];

    private Entry EntryOf(string name)
    {
        if (!workers.TryGetValue(name, out var entry))
        {
            workers.Add(name, entry = new() { Since = clock.GetUtcNow(), Seen = clock.GetUtcNow() });
        }

        return entry;
    }

    private sealed class Entry
    {
        public DateTimeOffset Since { get; init; }

        public int Slots { get; set; }

        public long Cases { get; set; }

        public DateTimeOffset Seen { get; set; }

        public string? LastWords { get; set; }
    }
}
