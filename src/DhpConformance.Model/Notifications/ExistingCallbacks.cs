using DhpConformance.Abstractions;
using DhpConformance.Model.State;
using static DhpConformance.Abstractions.NotificationKind;

namespace DhpConformance.Model.Notifications;

/// <summary>
/// Verifies: the two passes over existing processors when a driver registers that includes them, and their end at the
/// first veto. Sources: DHP-SYN-20..-27; decisions G-29, G-30.
/// Does not verify: in which order processors are offered, which is free.
/// </summary>
internal sealed class ExistingCallbacks
{
    private readonly Account account;
    private readonly List<CallbackCall> starts;
    private readonly List<CallbackCall> completes;
    private readonly List<CallbackCall> failures;
    private readonly List<Existing> existing;
    private readonly Inventory inventory;

    private ExistingCallbacks(Scene scene, Account account, List<CallbackCall> calls)
    {
        this.account = account;
        inventory = scene.Inventory;
        starts = calls.FindAll(call => call.Kind == ProcessorStart);
        completes = calls.FindAll(call => call.Kind == ProcessorComplete);
        failures = calls.FindAll(call => call.Kind == ProcessorFailure);
        existing = [.. Existing.In(scene.Before, account.Partition, UnitKind.Processor)];
    }

    // The Start that is vetoed, counted from 1; null if none is.
    private int? Vetoed => account.Consumer.Driver!.VetoesStart is { } nth && nth <= existing.Count ? nth : null;

    public static Breach? FirstBreach(Scene scene, List<CallbackCall> calls)
    {
        var account = scene.Find(((RegisterDriver)scene.Episode!.Operation).Consumer)!;
        return !account.Consumer.Driver!.IncludeExisting
            ? calls.Count == 0 ? null
                : Scene.Breach("SYN-21", account, "no callbacks for what is there", calls[0].Notice)
            : new ExistingCallbacks(scene, account, calls).FirstBreach();
    }

    private Breach? FirstBreach() =>
        Offered() ?? Stopped() ?? (Vetoed is null ? Completed() : Undone()) ?? Status();

    private Breach? Offered()
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
            ? Of("SYN-20", $"start {expected} times", Spoken.Times(ProcessorStart, starts.Count))
            : null;
    }

    private Breach? Stopped() => Vetoed is { } last && starts.Count > last
        ? Of("SYN-24", "no start after the one that was vetoed", starts[last])
        : null;

    private Breach? Completed()
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
            ? Of("SYN-22", $"complete {starts.Count} times", Spoken.Times(ProcessorComplete, completes.Count))
            : failures.Count > 0 ? Of("SYN-25", "no failure: nothing was vetoed", failures[0])
            : null;
    }

    private Breach? Undone()
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
            : Of("SYN-25", $"failure {accepted.Count} times", Spoken.Times(ProcessorFailure, failures.Count));
    }

    private Breach? Status()
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

    private bool Is(Existing part, CallbackCall call) =>
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

    private Breach Of(string rule, string expected, CallbackCall call) => Of(rule, expected, Spoken.Of(call.Notice));

    private Breach Of(string rule, string expected, string observed) => Scene.Breach(rule, account, expected, observed);
}
