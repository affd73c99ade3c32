using DhpConformance.Abstractions;
using DhpConformance.Model.Rules;
using DhpConformance.Model.State;
using DhpConformance.Model.Transitions;

namespace DhpConformance.Model.Notifications;

/// <summary>
/// Holds what was told since somebody last looked against the operations since then: operation after operation, one
/// checker for each concern, in the order of <c>specs/judging.md</c>.
/// </summary>
public static class Hearing
{
    /// <summary>
    /// The state after a right answer, with the operation remembered until somebody looks. Costs nothing as long as
    /// there is nobody who could be told.
    /// </summary>
    public static ServerState Remember(
        ServerState after, int number, Operation operation, in Decision decision, Outcome outcome)
    {
        ArgumentNullException.ThrowIfNull(after);
        if (after.Audience is not { IsEmpty: false } && decision.Next.Audience is not { IsEmpty: false }
            && !IsReplaceShown(decision, outcome))
        {
            return after;
        }

        return With(after, new Episode(number, operation, decision, outcome, after.Audience?.Untold));
    }

    /// <summary>
    /// The state in which an operation that was accepted earlier has ended, remembered until somebody looks. If it has
    /// become impossible in the meantime it ends without effect.
    /// </summary>
    public static ServerState RememberEnd(ServerState before, int number, Operation operation, in Decision decision)
    {
        ArgumentNullException.ThrowIfNull(before);
        if (decision.IsRefusal || decision.Next.Audience is not { } audience)
        {
            return decision.Next;
        }

        var episode = new Episode(number, operation, decision, Outcome.Completed, audience.Untold) { IsLate = true };
        return With(decision.Next, episode);
    }

    /// <summary>
    /// The first thing told, or missing, against the rules; null if there is none. The state is the one after the
    /// operation with the number <paramref name="latest"/>; <paramref name="heard"/> is the same, with what is still
    /// owed from now on.
    /// </summary>
    public static Breach? FirstBreach(ServerState state, Observation observation, int latest, out ServerState heard)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(observation);
        heard = state;
        if (state.Audience is null && observation.Notifications.IsEmpty)
        {
            return null;
        }

        if (FieldChecker.FirstBreach(state.Inventory, observation.Notifications, latest) is { } invalid)
        {
            return invalid;
        }

        var audience = state.Audience ?? Audience.Nobody;
        List<Account> accounts = [.. audience.Accounts];
        var script = new SceneOrder(accounts, audience.Untold, state, observation, latest);
        Breach? breach = null;
        foreach (var scene in script.Scenes())
        {
            breach = FirstBreach(scene);
            if (breach is not null)
            {
                break;
            }
        }

        heard = state with { Audience = Kept(audience, accounts) };
        return breach ?? DeviceChecker.FirstBreach(accounts, audience.Untold, observation);
    }

    private static Breach? FirstBreach(Scene scene)
    {
        Causes.Open(scene);
        return AddresseeChecker.FirstBreach(scene)
            ?? CallbackChecker.FirstBreach(scene)
            ?? QuiescenceChecker.FirstBreach(scene)
            ?? OneByOne(scene)
            ?? DueChecker.FirstBreach(scene);
    }

    private static Breach? OneByOne(Scene scene)
    {
        ReadingChecker.Reading? reading = null;
        for (var place = 0; place < scene.Notices.Length; place++)
        {
            var notice = scene.Notices[place];
            var account = scene.Find(notice.Consumer);
            var breach = account is null ? null
                : ArrivalChecker.Breach(scene, place, account)
                    ?? RebalanceChecker.Breach(scene, place, account)
                    ?? IoChecker.Breach(scene, place, account);
            breach ??= IsForgotten(scene, account) ? null : ReadingChecker.Breach(scene, notice, ref reading);
            if (breach is { } found)
            {
                return found;
            }
        }

        return null;
    }

    // Operations are forgotten while nobody is registered, and high memory may be signalled all the same: add a module,
    // add a processor, and look. What was read in the first operation must not be held against the second.
    private static bool IsForgotten(Scene scene, Account? account) => scene.Episode is null && account is null;

    private static ServerState With(ServerState after, Episode episode) =>
        after with { Audience = (after.Audience ?? Audience.Nobody) with { Untold = episode } };

    private static bool IsReplaceShown(in Decision decision, Outcome outcome) =>
        decision.Operation == OperationKind.HotReplace
        && outcome.Kind is OutcomeKind.Completed or OutcomeKind.Failed
        && decision.Before.Inventory.Claims.Has(Claim.Quiescence);

    // A state in which nobody was ever registered stays as cheap as it was before a replace was remembered.
    private static Audience? Kept(Audience audience, List<Account> accounts) =>
        audience.Registrations.IsEmpty && (audience.Deregistered | audience.Ended) == 0 && accounts.Count == 0
            ? null
            : audience with { Accounts = [.. accounts], Untold = null };
}
