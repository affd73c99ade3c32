using DhpConformance.Abstractions;
using DhpConformance.Model.Transitions;

namespace DhpConformance.Model.Notifications;

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

/// <summary>What a device went through, and still has to.</summary>
/// <param name="Script">The device.</param>
internal sealed record DeviceBook(DeviceScript Script)
{
    public Round Round { get; init; }

    /// <summary>Rounds that it may still be asked for by the adds of processors, if it takes part.</summary>
    public int Due { get; init; }

    /// <summary>Rounds that it may still be asked for by the adds of bridges, whether it takes part or not.</summary>
    public int Permitted { get; init; }

    /// <summary>Whether no round has begun since a processor was added.</summary>
    public bool Owed { get; init; }

    /// <summary>Whether it refused to stop, when it was last asked.</summary>
    public bool Rejected { get; init; }

    /// <summary>Whether another device refused to stop since the last processor was added.</summary>
    public bool BesideRejection { get; init; }

    public bool Removed { get; init; }

    public bool Asleep { get; init; }

    /// <summary>Whether a round is missing that must have begun by the time the server has settled.</summary>
    public bool MissesRound => Owed && !Removed && Participation.TakesPart(Script);

    /// <summary>What its partition shows of it.</summary>
    public DeviceState State =>
        Removed ? DeviceState.Removed
        : Round == Round.Stopped || Asleep ? DeviceState.Paused
        : DeviceState.Started;

    /// <summary>The device once processors or a bridge were added.</summary>
    public DeviceBook Add(int rounds, int permitted) => this with
    {
        Due = Due + rounds,
        Permitted = Permitted + permitted,
        Owed = Owed || rounds > 0,
        BesideRejection = BesideRejection && rounds == 0,
    };

    /// <summary>The device once another, or it itself, refused to stop.</summary>
    public DeviceBook Beside(bool itself) => this with { BesideRejection = BesideRejection || !itself };

    /// <summary>The device once the server has settled.</summary>
    public DeviceBook Settled() => this with { Due = 0, Permitted = 0, Owed = false, BesideRejection = false };

    /// <summary>The device after a step, right or wrong.</summary>
    public DeviceBook After(Notification notice) => notice.Kind switch
    {
        NotificationKind.QueryStop when notice.Status == 0 => this with { Round = Round.Agreed, Rejected = false },
        NotificationKind.QueryStop => this with { Round = Round.Refused, Rejected = true },
        NotificationKind.Stop => this with { Round = Round.Stopped },
        NotificationKind.Start => this with { Round = notice.Status == 0 ? Round.None : Round.Failing },
        NotificationKind.CancelStop => this with { Round = Round.None },
        NotificationKind.SurpriseRemoval => this with { Round = Round.None, Removed = true },
        NotificationKind.DeviceAsleep => this with { Asleep = true },
        NotificationKind.DeviceAwake => this with { Asleep = false },
        _ => this,
    };
}
