using DhpConformance.Abstractions;
using DhpConformance.Model.State;
using static DhpConformance.Abstractions.NotificationKind;

namespace DhpConformance.Model.Monitors;

/// <summary>
/// Verifies: the two passes over existing processors when a driver registers that includes them, and their end at the
/// first veto. Sources: DHP-SYN-20..-27; decisions G-29, G-30.
/// Does not verify: in which order processors are offered, which is free.
/// </summary>
internal sealed class ExistingCallbacks
{
    private readonly ConsumerMonitors consumer;
    private readonly List<CallbackCall> starts;
    private readonly List<CallbackCall> completes;
    private readonly List<CallbackCall> failures;
    private readonly List<ExistingPart> existing;
    private readonly Inventory inventory;

    private ExistingCallbacks(OperationLog log, ConsumerMonitors consumer, List<CallbackCall> calls)
    {
        this.consumer = consumer;
        inventory = log.Inventory;
        starts = calls.FindAll(call => call.Kind == ProcessorStart);
        completes = calls.FindAll(call => call.Kind == ProcessorComplete);
        failures = calls.FindAll(call => call.Kind == ProcessorFailure);
        existing = [.. ExistingPart.In(log.Before, consumer.Partition, UnitKind.Processor)];
    }

    // The Start that is vetoed, counted from 1; null if none is.
    private int? Vetoed => consumer.Consumer.Driver!.VetoesStart is { } nth && nth <= existing.Count ? nth : null;

    public static NotificationViolation? FirstViolation(OperationLog log, ConsumerMonitors consumer)
    {
        var calls = CallbackCall.In(log);
        return consumer.Consumer.Driver!.IncludeExisting
                ? new ExistingCallbacks(log, consumer, calls).FirstViolation()
            : calls.Count == 0 ? null
            : consumer.Violation("SYN-21", "no callbacks for what is there", calls[0].Notice);
    }

    private NotificationViolation? FirstViolation() =>
        Offered() ?? Stopped() ?? (Vetoed is null ? Completed() : Undone()) ?? Status();

    private NotificationViolation? Offered()
    {
        for (var i = 0; i < starts.Count; i++)
        {
            if (IsTwice(starts, i) || !existing.Exists(part => Is(part, starts[i])))
            {
                return Of("SYN-20", "start once for each active processor", starts[i]);
            }
        }

        var expected = Vetoed ?? existing.Count;
        return starts.Count < expected
            || (Vetoed is null && starts.Count > expected)
            ? Of("SYN-20", $"start {expected} times", NotificationText.Times(ProcessorStart, starts.Count))
            : null;
    }

    private NotificationViolation? Stopped() => Vetoed is { } last && starts.Count > last
        ? Of("SYN-24", "no start after the one that was vetoed", starts[last])
        : null;

    private NotificationViolation? Completed()
    {
        for (var i = 0; i < completes.Count; i++)
        {
            if (IsTwice(completes, i) || !starts.Exists(start => IsSame(start, completes[i]))
                || completes[i].Place < starts[^1].Place)
            {
                return Of("SYN-22", "complete once for each start, after all of them", completes[i]);
            }
        }

        return completes.Count != starts.Count
            ? Of("SYN-22", $"complete {starts.Count} times", NotificationText.Times(ProcessorComplete, completes.Count))
            : failures.Count > 0 ? Of("SYN-25", "no failure: nothing was vetoed", failures[0])
            : null;
    }

    private NotificationViolation? Undone()
    {
        if (completes.Count > 0)
        {
            return Of("SYN-25", "no complete: one was vetoed", completes[0]);
        }

        var accepted = starts[..^1];
        for (var i = 0; i < failures.Count; i++)
        {
            if (IsTwice(failures, i) || !accepted.Exists(start => IsSame(start, failures[i]))
                || failures[i].Place < starts[^1].Place)
            {
                return Of("SYN-25", "failure once for each start before the one that was vetoed", failures[i]);
            }
        }

        return failures.Count == accepted.Count ? null
            : Of("SYN-25", $"failure {accepted.Count} times", NotificationText.Times(ProcessorFailure, failures.Count));
    }

    private NotificationViolation? Status()
    {
        for (var i = 0; i < starts.Count; i++)
        {
            var vetoes = i + 1 == Vetoed;
            if ((starts[i].Notice.Status != 0) != vetoes)
            {
                return Of("SYN-09", vetoes ? "a status other than 0: it vetoes this one" : "status 0", starts[i]);
            }
        }

        var wrong = completes.Concat(failures)
            .Where(call => (call.Notice.Status != 0) != (call.Kind == ProcessorFailure))
            .Take(1)
            .ToList();
        return wrong.Count == 0 ? null : Of("SYN-06", "success for complete, and an error for failure", wrong[0]);
    }

    private bool Is(ExistingPart part, CallbackCall call) =>
        call.Notice.Unit == inventory.Unit(part.Place)
        && (part.Processor is null || part.Processor == call.Notice.Processor);

    private static bool IsSame(CallbackCall one, CallbackCall other) =>
        one.Notice.Unit == other.Notice.Unit && one.Notice.Processor == other.Notice.Processor;

    // Without numbers the logical processors of one unit look the same: as many calls as it has are right.
    private bool IsTwice(List<CallbackCall> calls, int place)
    {
        var before = calls.Take(place).Count(call => IsSame(call, calls[place]));
        return before >= (calls[place].Identity is not null ? 1 : existing.Count(part => Is(part, calls[place])));
    }

    private NotificationViolation Of(string rule, string expected, CallbackCall call) =>
        consumer.Violation(rule, expected, call.Notice);

    private NotificationViolation Of(string rule, string expected, string observed) =>
        consumer.Violation(rule, expected, observed);
}
