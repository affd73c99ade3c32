using DhpConformance.Abstractions;
using DhpConformance.Engine.Histories;
using DhpConformance.Model.Matching;
using DhpConformance.Model.State;

namespace DhpConformance.Engine.Linearizability;

/// <summary>
/// Judges histories of several clients: there has to be an order of their calls in which every answer and every
/// observation is right by the model, and in which a call that had ended before another began comes before it.
/// </summary>
public static class LinearizabilityChecker
{
    /// <summary>How much is tried before nothing is known: pairs of a set of calls and a state.</summary>
    public const int DefaultLimit = 1_000_000;

    // No consumer is registered where several clients ask at once, so that there are no notifications.
    private static readonly Claims OfConsumers = Claims.Of(
        Claim.SynchronousNotification, Claim.AsynchronousNotification, Claim.ApplicationNotification,
        Claim.ResourceRebalance, Claim.Quiescence, Claim.DeviceIo);

    /// <summary>Why an observation cannot be compared with any state, as a sentence; null if each can.</summary>
    /// <param name="history">The history.</param>
    public static string? InvalidData(History history)
    {
        ArgumentNullException.ThrowIfNull(history);
        var inventory = InventoryOf(history);
        return history.Calls
            .Where(call => call.Observation is not null)
            .Select(call => (Call: call, Fault: ObservationValidity.StructuralFault(inventory, call.Observation)))
            .Where(one => one.Fault is not null)
            .Select(one =>
                $"the observation that client {one.Call.Client} got at {one.Call.Ended} is none: {one.Fault}.")
            .FirstOrDefault();
    }

    /// <summary>Judges a history.</summary>
    /// <param name="history">The history, without data that is invalid; see <see cref="InvalidData"/>.</param>
    /// <param name="limit">How much is tried before nothing is known, 1 or more.</param>
    public static LinearizabilityResult Check(History history, int limit = DefaultLimit)
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        var overlaps = new CallOverlaps(history.Calls);
        var steps = new PossibleSteps(InventoryOf(history));
        var search = new LinearizabilitySearch(
            steps,
            [.. history.Calls.Where(call => !call.IsLost && !overlaps.IsBusyWithReason(call))],
            [.. history.Calls.Where(call => call.IsLost && call.Operation is not null)],
            limit);
        if (search.Run())
        {
            return new(LinearizabilityVerdict.Linearizable, search.Tried) { Order = search.Order };
        }

        return Doubt(search, steps, limit) is { } doubt
            ? new(LinearizabilityVerdict.Inconclusive, search.Tried) { Doubt = doubt }
            : new StuckCalls(steps, history.Calls, overlaps, search.DeadEnds).Result(search.Tried);
    }

    private static string? Doubt(LinearizabilitySearch search, PossibleSteps steps, int limit) =>
        search.GaveUp
            ? $"More than {limit} orders and states would have to be tried; record shorter histories, or have all "
                + "clients "
                + "wait for each other now and then."
        : steps.IsIncomplete
            ? "More than four accepted operations were under way at once; let the server settle more often."
        : null;

    private static Inventory InventoryOf(History history)
    {
        var claims = history.Header.Declared;
        return new(history.Header.Setup, claims.Without([.. OfConsumers]));
    }
}
