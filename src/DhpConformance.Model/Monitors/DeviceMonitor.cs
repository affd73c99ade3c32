using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Model.Transitions;
using static DhpConformance.Abstractions.NotificationKind;

namespace DhpConformance.Model.Monitors;

/// <summary>How far a device is in a rebalance round.</summary>
internal enum Round
{
    /// <summary>In none.</summary>
    None,

    /// <summary>It was asked to stop, and agreed.</summary>
    Agreed,

    /// <summary>It was asked to stop, and refused.</summary>
    Refused,

    /// <summary>It is stopped.</summary>
    Stopped,

    /// <summary>It failed to start again.</summary>
    Failing,
}

/// <summary>Whether a device sleeps, and how the hot replace ended that put it to sleep.</summary>
internal enum Sleep
{
    Awake,
    ForReplace,
    ForFailedReplace,
}

/// <summary>One reading of what a device went through, and still has to.</summary>
/// <param name="Round">How far it is in a round.</param>
/// <param name="Due">Rounds for which it may still be asked because of added processors.</param>
/// <param name="Permitted">Rounds for which it may still be asked because of added bridges.</param>
/// <param name="Owed">Whether no round has begun since a processor was added.</param>
internal readonly record struct DeviceReading(Round Round, int Due, int Permitted, bool Owed)
{
    /// <summary>Whether it refused to stop, when it was last asked.</summary>
    public bool Rejected { get; init; }

    public bool Removed { get; init; }

    /// <summary>Whether its round is the first one since a processor was added.</summary>
    public bool Settles { get; init; }

    public Sleep Sleep { get; init; }

    /// <summary>What its partition shows of it.</summary>
    public DeviceState State =>
        Removed ? DeviceState.Removed
        : Round == Round.Stopped || Sleep != Sleep.Awake ? DeviceState.Paused
        : DeviceState.Started;

    /// <summary>Whether it has not ended a round that began after the latest processor was added.</summary>
    public bool IsUnsettled => Owed || (Settles && Round != Round.None);

    /// <summary>Whether it permits all that another one permits, and owes nothing else.</summary>
    public bool Covers(in DeviceReading other) =>
        WithoutDebts() == other.WithoutDebts()
        && Due >= other.Due && Permitted >= other.Permitted && (!Owed || other.Owed)
        && (!Settles || other.Settles);

    private DeviceReading WithoutDebts() => this with { Due = 0, Permitted = 0, Owed = false, Settles = false };
}

/// <summary>
/// The device of one driver, in every reading of what was delivered. A query-stop may belong to any rebalance that is
/// due or permitted, or to one that was started for another reason (DHP-REB-06); a cancel-stop may end a round, or be
/// spurious (DHP-REB-16). What comes later tells.
/// </summary>
/// <param name="Script">The device.</param>
/// <param name="Readings">The readings, the likeliest first; never empty.</param>
internal sealed record DeviceMonitor(DeviceScript Script, ImmutableArray<DeviceReading> Readings)
{
    private static readonly (Round From, NotificationKind Kind, bool Fails, Round To)[] Steps =
    [
        (Round.None, QueryStop, false, Round.Agreed),
        (Round.None, QueryStop, true, Round.Refused),
        (Round.None, CancelStop, false, Round.None),
        (Round.Agreed, Stop, false, Round.Stopped),
        (Round.Agreed, CancelStop, false, Round.None),
        (Round.Agreed, CancelStop, false, Round.Agreed),
        (Round.Refused, CancelStop, false, Round.None),
        (Round.Stopped, Start, false, Round.None),
        (Round.Stopped, Start, true, Round.Failing),
        (Round.Failing, SurpriseRemoval, false, Round.None),
    ];

    /// <summary>Whether another device refused to stop since the last processor was added.</summary>
    public bool BesideRejection { get; init; }

    /// <summary>
    /// Whether it may still sleep because of a hot replace of which nothing is shown: that is not claimed.
    /// </summary>
    public bool MaySleepUnseen { get; init; }

    /// <summary>A device that works, and may be asked for so many rounds because of what was added before.</summary>
    public static DeviceMonitor Of(DeviceScript script, int due, int permitted) =>
        new(script, [new(Round.None, due, permitted, Owed: false)]);

    /// <summary>Whether all readings are like this.</summary>
    public bool All(Func<DeviceReading, bool> like)
    {
        foreach (var reading in Readings)
        {
            if (!like(reading))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The readings that are like this; null if none is.</summary>
    public DeviceMonitor? Where(Func<DeviceReading, bool> like)
    {
        if (All(like))
        {
            return this;
        }

        var kept = Readings.Where(like).ToImmutableArray();
        return kept.IsEmpty ? null : this with { Readings = kept };
    }

    /// <summary>The device once processors or a bridge were added.</summary>
    public DeviceMonitor Add(int rounds, int permitted) => rounds + permitted == 0 ? this : this with
    {
        Readings = [.. Readings.Select(reading => reading with
        {
            Due = reading.Due + rounds,
            Permitted = reading.Permitted + permitted,
            Owed = reading.Owed || rounds > 0,
        })],
        BesideRejection = BesideRejection && rounds == 0,
    };

    /// <summary>The device once the server has settled: no rebalance is due any more.</summary>
    public DeviceMonitor Settle() =>
        Readings is [{ Due: 0, Permitted: 0, Owed: false }] && !BesideRejection && !MaySleepUnseen ? this
        : Of(Readings.Select(static reading => reading with { Due = 0, Permitted = 0, Owed = false })) with
        {
            BesideRejection = false,
            MaySleepUnseen = false,
        };

    /// <summary>
    /// The device after a step of a round other than query-stop; null if no reading permits it.
    /// </summary>
    public DeviceMonitor? Step(Notification notice)
    {
        var next = new List<DeviceReading>(2);
        foreach (var reading in Readings)
        {
            next.AddRange(After(reading, notice));
        }

        return next.Count == 0 ? null : Of(next);
    }

    /// <summary>
    /// The device after query-stop; null if no reading permits it.
    /// </summary>
    /// <param name="notice">The query-stop.</param>
    /// <param name="early">Rounds that are not due yet: processors of which a Complete is still to come.</param>
    /// <param name="mayBeSpontaneous">Whether the rebalance may have been started for another reason.</param>
    /// <param name="hasFinished">Whether those that were due have been carried out with every device that takes part.
    /// </param>
    public DeviceMonitor? Query(Notification notice, int early, bool mayBeSpontaneous, bool hasFinished)
    {
        var next = new List<DeviceReading>(2);
        var takesPart = Participation.TakesPart(Script);
        foreach (var reading in Readings)
        {
            var isDue = reading.Due > early;
            if (isDue && takesPart)
            {
                next.AddRange(After(
                    reading with
                    {
                        Due = reading.Due - 1,
                        Owed = reading.Owed && early > 0,
                        Settles = reading.Owed && early == 0,
                    },
                    notice));
            }

            if (reading.Permitted > 0)
            {
                next.AddRange(After(reading with { Permitted = reading.Permitted - 1, Settles = false }, notice));
            }

            if (mayBeSpontaneous && (!isDue || takesPart || hasFinished))
            {
                next.AddRange(After(reading with { Settles = false }, notice));
            }
        }

        return next.Count == 0 ? null : Of(next);
    }

    /// <summary>The device asleep, or awake again.</summary>
    public DeviceMonitor With(Sleep sleep) =>
        Of(Readings.Select(reading => reading with { Sleep = sleep }));

    private static IEnumerable<DeviceReading> After(DeviceReading reading, Notification notice)
    {
        if (reading.Removed)
        {
            yield break;
        }

        foreach (var (from, kind, fails, to) in Steps)
        {
            if (reading.Round == from && notice.Kind == kind && (notice.Status != 0) == fails)
            {
                yield return reading with
                {
                    Round = to,
                    Rejected = kind == QueryStop ? fails : reading.Rejected,
                    Removed = kind == SurpriseRemoval,
                };
            }
        }
    }

    private DeviceMonitor Of(IEnumerable<DeviceReading> readings)
    {
        var kept = ImmutableArray.CreateBuilder<DeviceReading>(Readings.Length);
        foreach (var reading in readings)
        {
            if (!kept.Any(known => known.Covers(reading)))
            {
                for (var i = kept.Count - 1; i >= 0; i--)
                {
                    if (reading.Covers(kept[i]))
                    {
                        kept.RemoveAt(i);
                    }
                }

                kept.Add(reading);
            }
        }

        return this with { Readings = kept.ToImmutable() };
    }
}
