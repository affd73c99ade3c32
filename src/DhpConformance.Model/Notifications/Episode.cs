using DhpConformance.Abstractions;
using DhpConformance.Model.State;
using DhpConformance.Model.Transitions;

namespace DhpConformance.Model.Notifications;

/// <summary>An operation that has been answered, and of which nobody has looked yet what was told.</summary>
/// <param name="Number">Its place in the sequence, counted from 1.</param>
/// <param name="Operation">What was asked.</param>
/// <param name="Decision">What the rules required.</param>
/// <param name="Outcome">What was answered, rightly.</param>
/// <param name="Earlier">The one before it; null for the first since somebody looked.</param>
internal sealed record Episode(
    int Number, Operation Operation, Decision Decision, Outcome Outcome, Episode? Earlier)
{
    /// <summary>The state that it left behind.</summary>
    public ServerState After { get; } =
        Outcome.Kind == OutcomeKind.Accepted ? Decision.Before : Decision.After(Outcome);

    /// <summary>
    /// Whether it had been accepted earlier and has only ended here. What was told in it was told to nobody: where
    /// somebody is registered no hot operation is accepted.
    /// </summary>
    public bool IsLate { get; init; }

    /// <summary>Whether it was begun: neither refused, nor put off.</summary>
    public bool IsCarriedOut => Outcome.Kind is not (OutcomeKind.Refused or OutcomeKind.Accepted);

    /// <summary>The episodes up to this one, the earliest first.</summary>
    public static List<Episode> Upto(Episode? latest)
    {
        var episodes = new List<Episode>();
        for (var episode = latest; episode is not null; episode = episode.Earlier)
        {
            episodes.Add(episode);
        }

        episodes.Reverse();
        return episodes;
    }
}
