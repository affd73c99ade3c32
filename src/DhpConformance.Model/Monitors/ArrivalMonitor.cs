using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Model.State;

namespace DhpConformance.Model.Monitors;

/// <summary>
/// The arrivals and removals of one registration. A notification often fits several arrivals: a unit that was there,
/// was removed and came back is owed twice, and only what comes later tells which was meant. So the monitor carries
/// every reading of what was delivered; the log is right as long as one is left.
/// </summary>
/// <param name="AtRegistration">The map when the consumer was registered.</param>
/// <param name="Readings">What may still be delivered, one list for each reading.</param>
internal sealed record ArrivalMonitor(UnitTable AtRegistration, ImmutableArray<ImmutableArray<Arrival>> Readings)
{
    // More readings take too long to compare: each is compared with each at every delivery.
    private const int MostReadings = 64;

    /// <summary>Removals that may be delivered until the server has settled.</summary>
    public ImmutableArray<Removal> Removals { get; init; } = [];

    /// <summary>What was delivered before the server settled, to know a second delivery.</summary>
    public ImmutableArray<Arrival> Past { get; init; } = [];

    /// <summary>
    /// The places of units that came without an arrival: by a replace, or not at all, for the add failed.
    /// </summary>
    public ImmutableArray<int> Silent { get; init; } = [];

    /// <summary>The monitor of a consumer that is registered in this state, which may be notified of these.</summary>
    public static ArrivalMonitor Of(UnitTable units, IEnumerable<Arrival> arrivals) => new(units, [[.. arrivals]]);

    /// <summary>With arrivals that were caused.</summary>
    public ArrivalMonitor With(IReadOnlyCollection<Arrival> caused) => caused.Count == 0 ? this : this with
    {
        Readings = [.. Readings.Select(reading => reading.AddRange(caused))],
        Silent = Silent.IsEmpty ? Silent : Silent.RemoveRange(caused.Select(static arrival => arrival.Now)),
    };

    /// <summary>A unit comes without an arrival.</summary>
    public ArrivalMonitor Silence(int unit) => Silent.Contains(unit) ? this : this with { Silent = Silent.Add(unit) };

    /// <summary>A unit was replaced: what is owed of it stays owed, in its old name.</summary>
    public ArrivalMonitor Swap(int target, int spare) =>
        Change(arrival => arrival.Now == target ? arrival with { Now = spare } : arrival);

    /// <summary>
    /// A unit was removed: what was owed of it, or under its name, need not be delivered, and its removal may be. A
    /// unit that was there, was replaced, came back and is removed leaves an arrival in its name, about its spare.
    /// </summary>
    public ArrivalMonitor Remove(int unit, UnitId name, IEnumerable<Removal> removals) =>
        Change(arrival => arrival.Now == unit ? arrival with { Least = 0, Now = -1 }
            : arrival.Unit == name ? arrival with { Least = 0 }
            : arrival) with
        {
            Removals = Removals.AddRange(removals),
        };

    /// <summary>
    /// The consumer was deregistered: what was caused before may come late, or not at all (DHP-ASY-14).
    /// </summary>
    public ArrivalMonitor Deregister() => this with
    {
        Readings = Distinct(Readings.Select(static reading => reading
            .Select(static arrival => arrival with { Least = 0 })
            .ToImmutableArray())),
        Removals = [],
    };

    /// <summary>The registrations of a partition have ended: nothing of it comes any more.</summary>
    public ArrivalMonitor End(int partition) => this with
    {
        Readings = Distinct(Readings.Select(reading =>
            reading.RemoveAll(arrival => partition < 0 || arrival.Partition == partition))),
    };

    /// <summary>Whether some reading may still deliver something.</summary>
    public bool IsOpen => Readings.Any(static reading => reading.Any(static arrival => arrival.IsOpen));

    /// <summary>
    /// The monitor after an arrival was delivered; null if no reading permits it. What is too early, says
    /// <paramref name="isTooEarly"/>, with the number of arrivals of the same cause that were delivered before.
    /// </summary>
    public ArrivalMonitor? Deliver(
        Notification notice, int partition, bool isNumbered, Func<Arrival, int, bool> isTooEarly)
    {
        bool MayBe(ImmutableArray<Arrival> reading, int place) =>
            reading[place] is { IsOpen: true } arrival && arrival.Partition == partition
            && arrival.Agrees(notice, isNumbered)
            && !isTooEarly(arrival, DeliveredOf(reading, arrival.Cause))
            && IsAnotherProcessor(reading, arrival, notice) && IsFirstOfItsKind(reading, place);

        var next = Delivered(Readings, notice, MayBe)
            ?? Delivered(Widened(Readings, arrival => arrival.Unit == notice.Unit), notice, MayBe)
            ?? Delivered(Widened(Readings, static _ => true), notice, MayBe)!.Value;
        return next.IsEmpty ? null : this with { Readings = next };
    }

    // What is left after a delivery, in each reading; null if those are too many.
    private static ImmutableArray<ImmutableArray<Arrival>>? Delivered(
        ImmutableArray<ImmutableArray<Arrival>> readings,
        Notification notice,
        Func<ImmutableArray<Arrival>, int, bool> mayBe)
    {
        var next = new List<ImmutableArray<Arrival>>(readings.Length);
        foreach (var reading in readings)
        {
            // A widened arrival permits all that the others do, so it is used only when no other one fits.
            var isExact = Enumerable.Range(0, reading.Length)
                .Any(place => !reading[place].IsWidened && mayBe(reading, place));
            for (var place = 0; place < reading.Length; place++)
            {
                var arrival = reading[place];
                if (arrival.IsWidened == isExact || !mayBe(reading, place))
                {
                    continue;
                }

                Add(next, reading.SetItem(place, arrival with
                {
                    Delivered = arrival.Delivered + 1,
                    Processor = arrival.IsWidened ? null : notice.Processor,
                }));
                if (next.Count > MostReadings)
                {
                    return null;
                }
            }
        }

        return [.. next];
    }

    // A unit of 64 logical processors that was there, and is reported as added as well, has 2^64 readings as long as
    // nobody has seen which processor has which number; one that came and went a hundred times before the server has
    // settled may be told of each time. From here on its arrivals are one for each kind of consumer, which need not be
    // delivered, and may be as often as in any reading, of any of its processors: that permits more than the rules do,
    // and never less.
    private static ImmutableArray<ImmutableArray<Arrival>> Widened(
        ImmutableArray<ImmutableArray<Arrival>> readings, Func<Arrival, bool> isMeant)
    {
        var widened = readings
            .SelectMany(reading => reading.Where(isMeant).GroupBy(static arrival => Arrival.Widened(arrival, 0)))
            .Select(static same => same.Key with { Most = same.Sum(static one => one.Most - one.Delivered) })
            .GroupBy(static one => one with { Most = 0 })
            .Select(static same => same.MaxBy(static one => one.Most)!)
            .OrderBy(static one => (one.Unit.Value, one.Partition, one.IsForDriver))
            .ToArray();
        return Distinct(readings.Select(reading => reading
            .Where(arrival => !isMeant(arrival))
            .Concat(widened)
            .ToImmutableArray()));
    }

    /// <summary>
    /// The monitor after a removal was delivered; null if it is none that may be. Where the number is known, it tells
    /// which one is meant.
    /// </summary>
    public ArrivalMonitor? Deliver(Notification notice, bool isNumbered)
    {
        var removal = Removals
            .Where(one => one.Agrees(notice, isNumbered) && !Removals.Any(other => other.HasNotified(one, notice)))
            .MinBy(static one => one.Processor is null);
        return removal is null ? null : this with
        {
            Removals = Removals.Replace(removal, removal with { Processor = notice.Processor, IsNotified = true }),
        };
    }

    /// <summary>Whether some reading permits this arrival, of whichever processor and however early.</summary>
    public bool Permits(Notification notice, int partition) => Readings.Any(reading => reading.Any(arrival =>
        arrival.IsOpen && arrival.Partition == partition && arrival.Unit == notice.Unit));

    /// <summary>The monitor once the server has settled: nothing comes any more that was caused before.</summary>
    public ArrivalMonitor Settle()
    {
        var kept = Furthest;
        return kept.IsEmpty && Removals.IsEmpty && Readings.Length == 1 ? this
            : this with
            {
                Readings = [[]],
                Removals = [],
                Past = [.. Past.Concat(kept.Where(static arrival => arrival.Delivered > 0)).DistinctBy(static arrival =>
                    (arrival.Unit, arrival.Processor, arrival.IsExisting, arrival.Delivered))],
            };
    }

    /// <summary>The reading that owes the least: the first of them.</summary>
    public ImmutableArray<Arrival> Furthest =>
        Readings.MinBy(static reading => reading.Count(static arrival => arrival.IsOwed));

    private static int DeliveredOf(ImmutableArray<Arrival> reading, int cause)
    {
        var delivered = 0;
        foreach (var arrival in reading)
        {
            delivered += arrival.Cause == cause && arrival.Delivered > 0 ? 1 : 0;
        }

        return delivered;
    }

    // Delivered twice of one logical processor, before the other one of its unit was: it is the same one again.
    private static bool IsAnotherProcessor(ImmutableArray<Arrival> reading, Arrival unknown, Notification notice)
    {
        if (unknown.Processor is not null || notice.Processor is not { } named)
        {
            return true;
        }

        foreach (var arrival in reading)
        {
            if (arrival.Cause == unknown.Cause && arrival.Unit == unknown.Unit && arrival.Processor is { } known
                && (known.Group, known.Number) == (named.Group, named.Number))
            {
                return false;
            }
        }

        return true;
    }

    // Of arrivals that nothing tells apart but how often they were delivered, the one that was delivered least is
    // meant: that owes least, and permits as much. Without numbers, of 64 logical processors that may be told once or
    // twice, 32 readings would be left otherwise, and of three such units 36,000.
    private static bool IsFirstOfItsKind(ImmutableArray<Arrival> reading, int place)
    {
        var arrival = reading[place];
        for (var i = 0; i < reading.Length; i++)
        {
            var other = reading[i];
            var isBefore = other.Delivered < arrival.Delivered || (other.Delivered == arrival.Delivered && i < place);
            if (isBefore && other with { Delivered = arrival.Delivered } == arrival)
            {
                return false;
            }
        }

        return true;
    }

    private ArrivalMonitor Change(Func<Arrival, Arrival> change) => Readings is [{ IsEmpty: true }] ? this : this with
    {
        Readings = Distinct(Readings.Select(reading => reading.Select(change).ToImmutableArray())),
    };

    private static ImmutableArray<ImmutableArray<Arrival>> Distinct(IEnumerable<ImmutableArray<Arrival>> readings)
    {
        var distinct = new List<ImmutableArray<Arrival>>();
        foreach (var reading in readings)
        {
            Add(distinct, reading);
        }

        return [.. distinct];
    }

    // One reading covers another if it permits at least as much and owes at most as much, arrival by arrival.
    private static void Add(List<ImmutableArray<Arrival>> readings, ImmutableArray<Arrival> reading)
    {
        if (readings.Exists(known => Covers(known, reading)))
        {
            return;
        }

        readings.RemoveAll(known => Covers(reading, known));
        readings.Add(reading);
    }

    private static bool Covers(ImmutableArray<Arrival> one, ImmutableArray<Arrival> other)
    {
        if (one.Length != other.Length)
        {
            return false;
        }

        for (var i = 0; i < one.Length; i++)
        {
            var (mine, its) = (one[i], other[i]);
            var permitsAll = !its.IsOpen || (mine.Most - mine.Delivered >= its.Most - its.Delivered
                && (mine.Processor is null || mine.Processor == its.Processor));
            if (!permitsAll || (mine.IsOwed && !its.IsOwed))
            {
                return false;
            }
        }

        return true;
    }
}
