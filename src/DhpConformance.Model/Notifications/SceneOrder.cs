using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Model.State;

namespace DhpConformance.Model.Notifications;

/// <summary>Puts what was told to the operations during which it was told, by their numbers.</summary>
/// <param name="accounts">The accounts of all consumers.</param>
/// <param name="untold">The latest operation since somebody last looked; null for none.</param>
/// <param name="state">The state that was seen.</param>
/// <param name="observation">What was seen.</param>
/// <param name="latest">The number of the latest operation.</param>
internal sealed class SceneOrder(
    List<Account> accounts, Episode? untold, ServerState state, Observation observation, int latest)
{
    /// <summary>The scenes, in order. Each is to be played before the next is asked for.</summary>
    public IEnumerable<Scene> Scenes()
    {
        var next = 0;
        foreach (var episode in Episode.Upto(untold))
        {
            if (Quiet(episode.Number, episode.Decision.Before) is { } between)
            {
                yield return between;
            }

            var notices = episode.IsLate ? [] : Take(episode.Number + 1);
            if (notices.IsEmpty && !episode.IsCarriedOut)
            {
                continue; // Nothing was begun, and nobody was told anything: there is nothing to hold against a rule.
            }

            yield return new Scene(accounts, episode.Decision.Before, episode.After, notices)
            {
                Episode = episode,
                Shown = episode == untold && episode.Number == latest ? observation : null,
            };
        }

        if (Quiet(int.MaxValue, state) is { } rest)
        {
            yield return rest;
        }

        // Told between two operations, or during one that nobody had to remember because nobody was registered.
        Scene? Quiet(int before, ServerState meanwhile) =>
            Take(before) is { IsEmpty: false } notices ? new Scene(accounts, meanwhile, meanwhile, notices) : null;

        ImmutableArray<Notification> Take(int before)
        {
            var first = next;
            while (next < observation.Notifications.Length && observation.Notifications[next].Operation < before)
            {
                next++;
            }

            return observation.Notifications.Slice(first, next - first);
        }
    }
}
