using System.Collections.Immutable;
using DhpConformance.Abstractions;

namespace DhpConformance.Model.Monitors;

/// <summary>
/// Verifies: that I/O requests complete once, with the right status, not while their device is stopped or asleep, and
/// in order if they were held meanwhile. Sources: DHP-REB-18..-20, DHP-REP-14..-16.
/// Does not verify: how long they take, and the order of requests that were never held: a disk may reorder its queue.
/// </summary>
/// <param name="Submitted">How many there were so far; they are numbered from 1.</param>
/// <param name="Completed">The highest number that has completed.</param>
/// <param name="Skipped">Lower ones that have not: lost, or late. Only the end tells.</param>
internal sealed record IoMonitor(int Submitted, int Completed, ImmutableArray<int> Skipped)
{
    /// <summary>No requests yet.</summary>
    public static IoMonitor Idle { get; } = new(0, 0, []);

    /// <summary>The highest request that was held while its device was stopped or asleep.</summary>
    private int Held { get; init; }

    /// <summary>The latest operation that submitted any.</summary>
    private int LatestSubmission { get; init; }

    /// <summary>How many had been submitted before that.</summary>
    private int SubmittedBefore { get; init; }

    private int? FirstOpen => !Skipped.IsEmpty ? Skipped[0] : Completed < Submitted ? Completed + 1 : null;

    /// <summary>With so many more requests.</summary>
    public IoMonitor Submit(int requests, int operation) => this with
    {
        Submitted = Submitted + requests,
        SubmittedBefore = Submitted,
        LatestSubmission = operation,
    };

    /// <summary>
    /// The device goes on: what was submitted before this operation, and is open, was held. What this operation
    /// submits may have come after.
    /// </summary>
    public IoMonitor Release(int operation) => this with
    {
        Held = operation == LatestSubmission ? SubmittedBefore : Submitted,
    };

    /// <summary>What is wrong with a completion; null if nothing is.</summary>
    public static NotificationViolation? Advance(OperationLog log, int place, ConsumerMonitors consumer)
    {
        var notice = log.Notices[place];
        var (io, request) = (consumer.Io, notice.Request);
        if (!io.IsOpen(request))
        {
            return Of("IO-01", "requests that were submitted, each once");
        }

        log.Put(consumer with { Io = io.Complete(request) });
        return IsAwakeSilently(log, place, consumer)
                ? Of(PowerMonitor.RuleOf(consumer.Device!), "its device awake before it completes a request")
            : consumer.Device!.All(static device => device.State == DeviceState.Paused)
                ? Of("IO-03", "no I/O while the device is stopped or asleep")
            : request <= io.Held && io.FirstOpen < request
                ? Of("IO-02", $"request {io.FirstOpen} first: both were held")
            : consumer.Device!.All(device => device.Removed != (notice.Status != 0))
                ? Of("IO-04", notice.Status == 0 ? "a status other than 0: the device was removed" : "status 0")
            : null;

        NotificationViolation Of(string rule, string expected) => consumer.Violation(rule, expected, notice);
    }

    /// <summary>A request that should have completed by now; null if all have.</summary>
    public static NotificationViolation? Missing(ConsumerMonitors consumer) =>
        consumer.Io.FirstOpen is { } request
            ? consumer.Violation("IO-01", $"request {request} completed by now", "nothing")
            : null;

    // No device awake follows, so the device is awake already and its notification is missing.
    private static bool IsAwakeSilently(OperationLog log, int place, ConsumerMonitors consumer) =>
        consumer.Device!.All(static device => device is { Sleep: not Sleep.Awake, Round: not Round.Stopped })
        && !log.HasLater(place, NotificationKind.DeviceAwake, consumer);

    private bool IsOpen(int request) =>
        request > Completed ? request <= Submitted : Skipped.Contains(request);

    private IoMonitor Complete(int request) => request <= Completed
        ? this with { Skipped = Skipped.Remove(request) }
        : this with
        {
            Completed = request,
            Skipped = request == Completed + 1
                ? Skipped
                : [.. Skipped, .. Enumerable.Range(Completed + 1, request - Completed - 1)],
        };
}
