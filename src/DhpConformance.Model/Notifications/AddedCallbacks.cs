using DhpConformance.Abstractions;
using DhpConformance.Model.State;
using DhpConformance.Model.Transitions;
using static DhpConformance.Abstractions.NotificationKind;

namespace DhpConformance.Model.Notifications;

/// <summary>
/// Verifies: Start, Complete and Failure of each logical processor of a unit that is hot added: who, how often, in
/// which order, with which numbers and status. Sources: DHP-ADDP-01..-05, DHP-SYN-05..-14, DHP-PROC-26; decisions
/// G-17, G-21..G-27.
/// Does not verify: which of several logical processors does not start, which is free.
/// </summary>
internal sealed class AddedCallbacks
{
    private readonly Scene scene;
    private readonly List<Registration> drivers;

    public AddedCallbacks(Scene scene, List<Registration> drivers, List<CallbackCall>[] dealt)
    {
        this.scene = scene;
        this.drivers = drivers;
        Announcements = ToldApart(dealt);
        var rules = new Func<Breach?>[] { Offered, Truthful, InPhase, Completed, Failed, OneByOne };
        foreach (var rule in rules.Append(() => new CallbackFields(scene, Announcements).FirstBreach()))
        {
            Breach = rule();
            if (Breach is not null)
            {
                return;
            }

            KeptRules++;
        }
    }

    /// <summary>The logical processors, in order.</summary>
    public List<Announcement> Announcements { get; }

    /// <summary>How many rows of the table were kept before the first that was broken.</summary>
    public int KeptRules { get; }

    /// <summary>What is wrong; null if nothing is.</summary>
    public Breach? Breach { get; }

    private int Added => scene.After.Partitions[scene.Partition].ActiveProcessors
        - scene.Before.Partitions[scene.Partition].ActiveProcessors;

    // Where nothing was told of the end of a logical processor, the number of those that were added tells.
    private List<Announcement> ToldApart(List<CallbackCall>[] dealt)
    {
        var audience = scene.Before.Audience!;
        var vetoed = dealt.Select((_, place) => Veto.IsCast(audience, scene.Partition, place + 1)).ToList();
        var missing = Added - dealt.Where((calls, place) => !vetoed[place] && Has(calls, ProcessorComplete)).Count();
        var active = scene.Before.Partitions[scene.Partition].ActiveProcessors;
        var announcements = new List<Announcement>();
        for (var place = 0; place < dealt.Length; place++)
        {
            var calls = dealt[place];
            var added = !vetoed[place]
                && (Has(calls, ProcessorComplete) || (!Has(calls, ProcessorFailure) && missing-- > 0));
            announcements.Add(new(place + 1, calls) { Vetoed = vetoed[place], Added = added, ActiveBefore = active });
            active += added ? 1 : 0;
        }

        return announcements;
    }

    private static bool Has(List<CallbackCall> calls, NotificationKind kind) => calls.Exists(call => call.Kind == kind);

    private Breach? Offered() => First(one => drivers.Select(driver =>
    {
        var starts = one.Count(ProcessorStart, driver);
        var ends = one.Count(ProcessorComplete, driver) + one.Count(ProcessorFailure, driver);
        var vetoes = Veto.IsCastBy(driver, one.Nth) && !one.Calls.Any(call => Veto.IsCastBy(call.Driver, one.Nth));
        return starts > 1 || (starts == 0 && (!one.Vetoed || ends > 0 || vetoes))
            ? Of("SYN-01", driver, Spoken.Once(ProcessorStart), Spoken.Times(ProcessorStart, starts))
            : null;
    }));

    private Breach? Truthful() =>
        First(one => one.Calls.Select(call => call.Kind switch
        {
            ProcessorComplete when one.Vetoed || one.Count(ProcessorFailure) > 0 =>
                Of("SYN-05", call, "no complete: the processor was not added"),
            ProcessorFailure when call.Notice.ActiveProcessors != one.ActiveBefore =>
                Of("SYN-05", call, $"{one.ActiveBefore} active processors, as before"),
            _ => null,
        }))
        ?? (Announcements.Count(one => one.Added) == Added ? null : First(one => one.Calls.Select(call =>
            call.Kind == ProcessorStart || one.Vetoed
                ? null
                : Of("SYN-05", call, $"complete for the {Added} that were added, and failure for the others"))));

    private Breach? InPhase() => First(one => one.Calls.Select(call =>
    {
        var over = one.Calls.Any(other => other.Place < call.Place && (other.Kind == ProcessorComplete
            || (other.Kind == ProcessorFailure && !one.Vetoed)));
        var active = one.ActiveBefore + (call.Kind == ProcessorComplete ? 1 : 0);
        return call.Kind == ProcessorFailure ? null
            : call.Kind == ProcessorStart && over ? Of("SYN-04", call, "every start before the first complete")
            : call.Notice.ActiveProcessors != active ? Of("SYN-04", call, $"{active} active processors")
            : null;
    }));

    private Breach? Completed() => First(one => drivers.Select(driver =>
        one.Added && one.Count(ProcessorComplete, driver) is not 1 and var count
            ? Of("SYN-02", driver, Spoken.Once(ProcessorComplete), Spoken.Times(ProcessorComplete, count))
            : null));

    private Breach? Failed() => First(one => drivers.Select(driver =>
    {
        var (count, start) = (one.Count(ProcessorFailure, driver), one.First(ProcessorStart, driver));
        var isOptional = Veto.IsCastBy(driver, one.Nth);
        return !one.Added && start >= 0 && (count > 1 || (count == 0 && !isOptional) || IsBefore(one, driver, start))
            ? Of(
                "SYN-03",
                driver,
                $"{Spoken.Once(ProcessorFailure)}, after start",
                Spoken.Times(ProcessorFailure, count))
            : null;
    }));

    private Breach? OneByOne()
    {
        foreach (var one in Announcements.Where(one => one.Calls.Count > 0))
        {
            var other = Announcements.Find(other => other != one && other.Calls.Any(call =>
                call.Place > one.Calls[0].Place && call.Place < one.Calls[^1].Place));
            if (other is not null)
            {
                return Of("SYN-08", other.Calls[0], "nothing of one logical processor between those of another");
            }
        }

        return null;
    }

    private static bool IsBefore(Announcement one, Registration driver, int start) =>
        one.First(ProcessorFailure, driver) is >= 0 and var failure && failure < start;

    private Breach? First(Func<Announcement, IEnumerable<Breach?>> of) =>
        Announcements.SelectMany(of).FirstOrDefault(breach => breach is not null);

    private Breach Of(string rule, CallbackCall call, string expected) =>
        new(rule, call.Driver.ToString(), expected, Spoken.Of(call.Notice), scene.Partition);

    private Breach Of(string rule, Registration driver, string expected, string observed) =>
        new(rule, driver.ToString(), expected, observed, scene.Partition);
}
