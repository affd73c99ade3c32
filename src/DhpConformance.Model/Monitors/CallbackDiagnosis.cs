using DhpConformance.Abstractions;
using DhpConformance.Model.State;
using DhpConformance.Model.Transitions;
using static DhpConformance.Abstractions.NotificationKind;

namespace DhpConformance.Model.Monitors;

/// <summary>
/// Says which rule the callbacks of a hot add break if <see cref="CallbackMonitor"/> accepts no reading of them: Start,
/// Complete and Failure of each logical processor, who, how often, in which order, with which numbers and status.
/// Sources: DHP-ADDP-01..-05, DHP-SYN-05..-14, DHP-PROC-26; decisions G-17, G-21..G-27.
/// Does not verify: which of several logical processors does not start, which is free.
/// </summary>
internal sealed class CallbackDiagnosis
{
    private readonly OperationLog log;
    private readonly List<Registration> drivers;
    private readonly List<OfferedProcessor> processors;

    private CallbackDiagnosis(OperationLog log, List<Registration> drivers, List<CallbackCall>[] dealt)
    {
        this.log = log;
        this.drivers = drivers;
        processors = Distinguished(dealt);
        var rules = new Func<NotificationViolation?>[] { Offered, Truthful, InPhase, Completed, Failed, OneByOne };
        foreach (var rule in rules.Append(() => new CallbackFields(log, processors).FirstViolation()))
        {
            Violation = rule();
            if (Violation is not null)
            {
                return;
            }

            KeptRules++;
        }
    }

    // How many rows of the table were kept before the first that was broken.
    private int KeptRules { get; }

    // What is wrong; null if nothing is.
    private NotificationViolation? Violation { get; }

    /// <summary>
    /// What is wrong in the grouping that keeps the most rows of the table, the first of them; null if nothing is.
    /// </summary>
    public static NotificationViolation? FirstViolation(OperationLog log, List<Registration> drivers)
    {
        CallbackDiagnosis? best = null;
        foreach (var dealt in CallbackGroups.Candidates(log, drivers, CallbackCall.In(log)))
        {
            var candidate = new CallbackDiagnosis(log, drivers, dealt);
            best = best is null || candidate.KeptRules > best.KeptRules ? candidate : best;
        }

        return best!.Violation;
    }

    // If no notification shows how a logical processor ended, the number of added processors decides.
    private List<OfferedProcessor> Distinguished(List<CallbackCall>[] dealt)
    {
        var registered = log.Before.ConsumerState!;
        var vetoed = dealt.Select((_, place) => Veto.IsCast(registered, log.Partition, place + 1)).ToList();
        var completed = dealt.Where((calls, place) => !vetoed[place] && Has(calls, ProcessorComplete)).Count();
        var missing = log.Added - completed;
        var active = log.Before.Partitions[log.Partition].ActiveProcessors;
        var offered = new List<OfferedProcessor>();
        for (var place = 0; place < dealt.Length; place++)
        {
            var calls = dealt[place];
            var added = !vetoed[place]
                && (Has(calls, ProcessorComplete) || (!Has(calls, ProcessorFailure) && missing-- > 0));
            offered.Add(new(place + 1, calls) { Vetoed = vetoed[place], Added = added, ActiveBefore = active });
            active += added ? 1 : 0;
        }

        return offered;
    }

    private static bool Has(List<CallbackCall> calls, NotificationKind kind) => calls.Exists(call => call.Kind == kind);

    private NotificationViolation? Offered() => First(one => drivers.Select(driver =>
    {
        var starts = one.Count(ProcessorStart, driver);
        var ends = one.Count(ProcessorComplete, driver) + one.Count(ProcessorFailure, driver);
        var vetoes = Veto.IsCastBy(driver, one.Nth) && !one.Calls.Any(call => Veto.IsCastBy(call.Driver, one.Nth));
        return starts > 1 || (starts == 0 && (!one.Vetoed || ends > 0 || vetoes))
            ? Missing("SYN-01", driver, ProcessorStart, starts)
            : null;
    }));

    private NotificationViolation? Truthful() =>
        First(one => one.Calls.Select(call => call.Kind switch
        {
            ProcessorComplete when one.Vetoed || one.Count(ProcessorFailure) > 0 =>
                Of("SYN-05", call, "no complete: the processor was not added"),
            ProcessorFailure when call.Notice.ActiveProcessors != one.ActiveBefore =>
                Of("SYN-05", call, $"{one.ActiveBefore} active processors, as before"),
            _ => null,
        }))
        ?? (processors.Count(one => one.Added) == log.Added ? null : First(one => one.Calls.Select(call =>
            call.Kind == ProcessorStart || one.Vetoed
                ? null
                : Of("SYN-05", call, $"complete for the {log.Added} that were added, and failure for the others"))));

    private NotificationViolation? InPhase() => First(one => one.Calls.Select(call =>
    {
        var over = one.Calls.Any(other => other.Place < call.Place && (other.Kind == ProcessorComplete
            || (other.Kind == ProcessorFailure && !one.Vetoed)));
        var active = one.ActiveBefore + (call.Kind == ProcessorComplete ? 1 : 0);
        return call.Kind == ProcessorFailure ? null
            : call.Kind == ProcessorStart && over ? Of("SYN-04", call, "every start before the first complete")
            : call.Notice.ActiveProcessors != active ? Of("SYN-04", call, $"{active} active processors")
            : null;
    }));

    private NotificationViolation? Completed() => First(one => drivers.Select(driver =>
        one.Added && one.Count(ProcessorComplete, driver) is not 1 and var count
            ? Missing("SYN-02", driver, ProcessorComplete, count)
            : null));

    private NotificationViolation? Failed() => First(one => drivers.Select(driver =>
    {
        var (count, start) = (one.Count(ProcessorFailure, driver), one.First(ProcessorStart, driver));
        var isOptional = Veto.IsCastBy(driver, one.Nth);
        var cause = Math.Max(start, VetoOf(one));
        return !one.Added && start >= 0 && (count > 1 || (count == 0 && !isOptional) || IsBefore(one, driver, cause))
            ? Of(
                "SYN-03",
                driver,
                $"{NotificationText.Once(ProcessorFailure)}, after start{(one.Vetoed ? " and after the veto" : "")}",
                NotificationText.Times(ProcessorFailure, count))
            : null;
    }));

    private NotificationViolation? OneByOne()
    {
        foreach (var one in processors.Where(one => one.Calls.Count > 0))
        {
            var other = processors.Find(other => other != one && other.Calls.Any(call =>
                call.Place > one.Calls[0].Place && call.Place < one.Calls[^1].Place));
            if (other is not null)
            {
                return Of("SYN-08", other.Calls[0], "nothing of one logical processor between those of another");
            }
        }

        return null;
    }

    private static bool IsBefore(OfferedProcessor one, Registration driver, int cause) =>
        one.First(ProcessorFailure, driver) is >= 0 and var failure && failure < cause;

    // The place of the first Start that was vetoed; -1 if none was.
    private static int VetoOf(OfferedProcessor one) => one.Calls
        .Where(call => call.Kind == ProcessorStart && Veto.IsCastBy(call.Driver, one.Nth))
        .Select(call => call.Place)
        .FirstOrDefault(-1);

    private NotificationViolation? First(Func<OfferedProcessor, IEnumerable<NotificationViolation?>> of) =>
        processors.SelectMany(of).FirstOrDefault(breach => breach is not null);

    private NotificationViolation Missing(string rule, Registration driver, NotificationKind kind, int count) =>
        Of(rule, driver, NotificationText.Once(kind), NotificationText.Times(kind, count));

    private NotificationViolation Of(string rule, CallbackCall call, string expected) =>
        new(rule, call.Driver.ToString(), expected, NotificationText.Of(call.Notice), log.Partition);

    private NotificationViolation Of(string rule, Registration driver, string expected, string observed) =>
        new(rule, driver.ToString(), expected, observed, log.Partition);
}
