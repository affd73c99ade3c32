using DhpConformance.Abstractions;

namespace DhpConformance.Model.Consumers;

/// <summary>
/// What becomes of a processor that was added: C-PROC-05, -06, -08, -10, -11, -12. Looks when everything has settled,
/// since a consumer may act in the callback or at the arrival.
/// </summary>
internal static class ProcessorChecker
{
    private const int NarrowMask = 32;

    public static IEnumerable<Judgement> Check(ConsumerTrace trace) =>
        ObsoleteCount(trace)
            .Concat(trace.PlacesOf(Happening.ProcessorActivated).Select(at => Registered(trace, at)))
            .Concat(
                from at in trace.PlacesOf(Happening.ProcessorActivated)
                let settled = trace.SettledAfter(at)
                where settled is not null
                from judgement in trace.Entries[at].After.HearsOfProcessors ? Added(trace, at, settled.Value)
                    : IsStartedBetween(trace, at, settled.Value) ? [Targeted(trace, at, settled.Value)]
                    : []
                select judgement);

    // The start of the device names the processors to a driver that hears of none before.
    private static bool IsStartedBetween(ConsumerTrace trace, int at, int settled) =>
        trace.Description.Has(ConsumerTrait.Interrupts) && CanTarget(trace, at, settled)
        && trace.Spans.Any(span => span.Event is StartDeviceEvent && span.Begin > at && span.End < settled);

    private static IEnumerable<Judgement> ObsoleteCount(ConsumerTrace trace) =>
        from span in trace.Spans
        where span.Event is LoadEvent or ProcessorChangeEvent or InterfaceChangeEvent or IoEvent or RunEvent
        let read = span.Calls.FirstOrDefault(made => made.Call is ReadObsoleteCount)
        select Judgement.Of(
            "C-PROC-06",
            read?.At ?? span.End,
            read is null,
            "the count from a query",
            "read-obsolete-count: KeNumberProcessors, which stays what it was at the start");

    private static Judgement Registered(ConsumerTrace trace, int at)
    {
        var consumer = trace.Description;
        var state = trace.Entries[at].After;
        var calls = trace.CallsBetween(0, at);

        // The start of a device names its processors; whoever asked for the maximum may have room for all of them.
        var needsNothing = !consumer.Has(ConsumerTrait.SavesProcessorCount)
            && !consumer.Has(ConsumerTrait.ScalesByProcessors)
            && (!consumer.Has(ConsumerTrait.TargetsProcessors) || consumer.Has(ConsumerTrait.Interrupts))
            && (!consumer.Has(ConsumerTrait.PerProcessorData) || calls.Any(made => made.Call is QueryMaximumCount));
        var refused = calls.Any(made =>
            made is
            {
                Call: RegisterProcessorCallback or RegisterInterface { Class: InterfaceClass.Processor },
                Answer.Succeeded: false,
            });
        return Judgement.Of(
            consumer.Role == ConsumerRole.Driver ? "C-PROC-11" : "C-APP-01",
            at,
            state.HearsOfProcessors || needsNothing || refused || HearsLater(trace, at),
            "a registration for processors",
            "none is open when a processor is added");
    }

    // A driver may register only while its device works, if it asks for the processors that came meanwhile.
    private static bool HearsLater(ConsumerTrace trace, int at) => trace.SettledAfter(at) is { } settled
        && trace.CallsBetween(at, settled).Any(called => called is
        {
            Call: RegisterProcessorCallback { AddExisting: true }
                or RegisterInterface { Class: InterfaceClass.Processor, IncludeExisting: true },
            Answer.Succeeded: true,
        });

    private static IEnumerable<Judgement> Added(ConsumerTrace trace, int at, int settled)
    {
        var queries = trace.CallsBetween(at, settled)
            .Count(called => called.Call is QueryActiveCount or QueryAffinity or QueryProcessAffinity);
        yield return Judgement.Of(
            "C-PROC-05",
            settled,
            queries > 0 || RanOut(trace, at, settled),
            "the count or a mask asked for after the add",
            "neither was asked for until everything had settled");
        if (Scaled(trace, at, settled) is { } scaled)
        {
            yield return scaled;
        }

        // An empty mask says what is wrong; that nothing is on the new processor follows from it.
        if (trace.Entries[at].After.Processors[^1].Number >= NarrowMask
            && trace.Description.Has(ConsumerTrait.TargetsProcessors))
        {
            yield return Bound(trace, at, settled);
        }

        if (CanTarget(trace, at, settled))
        {
            yield return Targeted(trace, at, settled);
        }
    }

    // Bit 35 of a mask of 32 bits is none, and no bit at all means any processor. The mask of an interrupt is the one
    // that the start of the device names, so it says nothing of the masks that the driver makes.
    private static Judgement Bound(ConsumerTrace trace, int at, int settled)
    {
        var processor = trace.Entries[at].After.Processors[^1];
        var calls = trace.CallsBetween(at, settled).ToList();
        return Judgement.Of(
            "C-PROC-12",
            settled,
            !calls.Exists(called => CallTargets.IsUnbound(called.Call)) || calls.Exists(called =>
                called.Call is not ConnectInterrupt
                && CallTargets.Of(called.Call) is { Mask: > 0 } target && SystemState.Covers(target, processor)),
            $"a thread with the bit of processor {processor.Number} of group {processor.Group} in its mask",
            "the mask is empty, as if it had 32 bits");
    }

    // The masks of a process, and those that the start of a device names, are of group 0. A driver that has threads for
    // its processors can put one anywhere.
    private static bool CanTarget(ConsumerTrace trace, int at, int settled) =>
        trace.Entries[at].After.Processors[^1].Group == 0
        || (trace.Description.Role == ConsumerRole.Driver
            && (!trace.Description.Has(ConsumerTrait.Interrupts)
                || trace.Entries[settled].After.Threads.Values.Any(thread => thread.Mask != 0)));

    // Other events may take and give memory, too: then nothing is said.
    private static Judgement? Scaled(ConsumerTrace trace, int at, int settled)
    {
        var from = trace.SettledBefore(at);
        var others = trace.Spans.Any(span => span.Begin > from && span.Begin < settled
            && span.Event is IoEvent or SetPowerEvent or InterfaceChangeEvent { Class: not InterfaceClass.Processor }
                or WindowMessageEvent { Class: not InterfaceClass.Processor });

        // What was made larger for a processor that was not added in the end is still there.
        others |= trace.Spans.Any(span => span.Begin < settled
            && span.Event is ProcessorChangeEvent { State: ProcessorChangeState.Failure });
        var before = trace.Entries[from].After;
        var now = trace.Entries[settled].After;
        var grew = now.AllocatedBytes > before.AllocatedBytes || now.Threads.Count > before.Threads.Count;

        // A driver that grows by doubling has room for a while.
        var roomy = !grew && now.Processors.Length < 2 * before.Processors.Length;
        return others || from == 0 || now.FailingAllocation > 0 || RanOut(trace, from, settled) || roomy
            ? null
            : Judgement.Of(
                "C-PROC-08",
                settled,
                grew,
                "more memory or threads than before the add",
                $"{now.AllocatedBytes} bytes and {now.Threads.Count} threads, as before");
    }

    private static bool RanOut(ConsumerTrace trace, int from, int to) =>
        trace.CallsBetween(from, to).Any(called => !called.Answer.Succeeded);

    // A consumer with a thread on each processor that was there needs one on the new processor, wherever its interrupt
    // is served, and wherever its process may run.
    private static bool HasThreadForEach(ConsumerTrace trace, int at) =>
        trace.Entries[at].After is var state && CallTargets.HaveThreads(state, state.Processors[..^1]);

    private static Judgement Targeted(ConsumerTrace trace, int at, int settled)
    {
        var processor = trace.Entries[at].After.Processors[^1];
        var now = trace.Entries[settled].After;
        var threads = HasThreadForEach(trace, at);
        var aims = trace.CallsBetween(trace.SettledBefore(at), settled)
            .Select(called => called.Call is QueueDpc ? CallTargets.Of(called.Call) : null)
            .OfType<GroupMask>()
            .Concat(threads ? now.Threads.Values.Where(thread => thread.Mask != 0)
                : now.Threads.Values.Concat(now.Interrupts.Values))
            .ToList();
        var wrapped = 1UL << (processor.Number & 31);
        var narrow = processor.Number > 31 && trace.Description.Has(ConsumerTrait.TargetsProcessors)
            && trace.CallsBetween(at, settled)
            .Select(called => CallTargets.Of(called.Call))
            .Any(target => target is { } mask && mask.Group == processor.Group && mask.Mask == wrapped);
        var kept = aims.Any(aim => SystemState.Covers(aim, processor))
            || (trace.Description.Role == ConsumerRole.Application && processor.Group == 0 && !threads
                && (now.ProcessAffinity >> processor.Number & 1) == 1)
            || RanOut(trace, trace.SettledBefore(at), settled);
        return Judgement.Of(
            !kept && narrow ? "C-PROC-12" : "C-PROC-10",
            settled,
            kept,
            $"a thread, a DPC or an interrupt on processor {processor.Number} of group {processor.Group}",
            narrow ? $"one was put on processor {processor.Number & 31} for it: the mask lost its upper half"
                : "none") with
        {
            IsAmbiguous = true,
        };
    }
}
