using System.Collections.Immutable;
using DhpConformance.Abstractions;
using static DhpConformance.Abstractions.NotificationKind;
using static DhpConformance.Tests.Model.Notifications.Scenario;

namespace DhpConformance.Tests.Model.Monitors;

/// <summary>
/// The callbacks of one hot add of a processor, judged as <c>specs/notifications.md</c> says it, by trying every way to
/// cut the log into one part for each logical processor, and every choice of those that did not start.
/// </summary>
/// <param name="run">The operations, of which the hot add is the latest.</param>
/// <param name="unit">The unit.</param>
/// <param name="components">Its logical processors.</param>
/// <param name="vetoes">Which logical processor each driver vetoes, by the id of the driver; null for none.</param>
/// <param name="isNumbered">Whether numbers are claimed.</param>
internal sealed class CallbackReadings(
    MonitoredOperations run, UnitId unit, int components, ImmutableArray<int?> vetoes, bool isNumbered)
{
    private static readonly NotificationKind[] Kinds = [ProcessorStart, ProcessorComplete, ProcessorFailure];

    private enum Ending
    {
        Vetoed,
        Failed,
        Added,
    }

    private int Before => run.Before.Partitions[0].ActiveProcessors;

    private int Added => run.After.Partitions[0].ActiveProcessors - Before;

    // Each way in which the logical processors may have ended, as many of them added as the partition has more.
    private IEnumerable<Ending[]> Endings =>
        from choice in Enumerable.Range(0, 1 << components)
        let endings = Enumerable.Range(0, components).Select(place =>
            vetoes.Contains(place + 1) ? Ending.Vetoed
            : (choice >> place & 1) == 1 ? Ending.Added
            : Ending.Failed).ToArray()
        where endings.Count(ending => ending == Ending.Added) == Added
        select endings;

    /// <summary>A hot add, with a log of it.</summary>
    public static (CallbackReadings Readings, MonitoredLog Log) Random(Random random)
    {
        var components = random.Next(1, 3);
        var unit = new UnitId(components == 1 ? 6 : 7);
        ImmutableArray<int?> vetoes =
        [
            .. Enumerable.Range(0, random.Next(1, 4)).Select(_ => random.Next(3) is > 0 and var nth ? (int?)nth : null),
        ];
        vetoes = random.Next(2) == 0 ? [.. vetoes.Select(_ => (int?)null)] : vetoes;
        var claims = random.Next(3) == 0 ? Claims.All.Without(Claim.ProcessorNumbers) : Claims.All;
        var failing = random.Next(3);
        var run = MonitoredOperations.On(new Notifications.Scenario().Setup(), claims).Then(
        [
            new StartPartition(P0),
            .. vetoes.Select((nth, driver) => Driver(driver, new() { Synchronous = true, VetoesStart = nth })),
            .. failing > 0 ? [new InjectStartFailure(unit, Math.Min(failing, components))] : Array.Empty<Operation>(),
            new HotAdd(P0, unit),
        ]);
        var readings = new CallbackReadings(run, unit, components, vetoes, claims.Has(Claim.ProcessorNumbers));
        return (readings, readings.Random(random, isShown: random.Next(2) == 0));
    }

    /// <summary>Whether some reading is right.</summary>
    /// <param name="log">The log.</param>
    /// <param name="isGreedy">Whether only the first cut is tried after which what is before it is right.</param>
    public bool Permit(MonitoredLog log, bool isGreedy = false)
    {
        var tries = Endings.SelectMany(endings => Cuts(log.Notices.Length).Select(cuts => (endings, cuts)));
        return (isGreedy
                ? tries.Where(one => IsRight(log.Notices[..one.cuts[1]], 1, one.endings[0], Before)).Take(1)
                : tries)
            .Any(one => IsRight(log, one.endings, one.cuts));
    }

    private IEnumerable<int[]> Cuts(int length) => components == 1 ? [[0, length]]
        : Enumerable.Range(0, length + 1).Select(cut => new[] { 0, cut, length });

    private bool IsRight(MonitoredLog log, Ending[] endings, int[] cuts)
    {
        var (active, names) = (Before, new HashSet<(int, int)>());
        for (var place = 0; place < components; place++)
        {
            var part = log.Notices[cuts[place]..cuts[place + 1]];
            if (!IsRight(part, place + 1, endings[place], active) || part.Any(call => call.Operation != run.Number))
            {
                return false;
            }

            active += endings[place] == Ending.Added ? 1 : 0;
            if (endings[place] == Ending.Added && part[0].Processor is { } name
                && (!names.Add((name.Group, name.Number)) || log.Shown?.Contains(name) == false))
            {
                return false;
            }
        }

        return true;
    }

    private bool IsRight(ImmutableArray<Notification> part, int nth, Ending ending, int active)
    {
        var named = part.All(call => call.Unit == unit && call.Processor == part[0].Processor
            && (isNumbered ? call.Processor?.Unit == unit : call.Processor is null));
        var states = part.All(call => call.ActiveProcessors == active + (call.Kind == ProcessorComplete ? 1 : 0)
            && (call.Status != 0) == (call.Kind == ProcessorFailure
                || (call.Kind == ProcessorStart && vetoes[call.Consumer!.Value.Value] == nth)));
        var lastStart = Last(part, ProcessorStart);
        return named && states && (ending == Ending.Vetoed
            ? IsVetoed(part, nth)
            : Enumerable.Range(0, vetoes.Length).All(driver =>
                Count(part, ProcessorStart, driver) == 1
                && Count(part, ProcessorComplete, driver) == (ending == Ending.Added ? 1 : 0)
                && Count(part, ProcessorFailure, driver) == (ending == Ending.Failed ? 1 : 0))
                && part.Skip(lastStart + 1).All(call => call.Kind != ProcessorStart)
                && part.Take(lastStart).All(call => call.Kind == ProcessorStart));
    }

    // A driver that was not called yet may be called or not, also after others have got Failure.
    private bool IsVetoed(ImmutableArray<Notification> part, int nth)
    {
        var veto = First(part, call => call.Kind == ProcessorStart && call.Status != 0);
        return veto >= 0 && part.All(call => call.Kind != ProcessorComplete)
            && part.Take(veto).All(call => call.Kind == ProcessorStart)
            && Enumerable.Range(0, vetoes.Length).All(driver =>
            {
                var (starts, failures) = (Count(part, ProcessorStart, driver), Count(part, ProcessorFailure, driver));
                var start = First(part, call => Is(call, ProcessorStart, driver));
                var failure = First(part, call => Is(call, ProcessorFailure, driver));
                return starts <= 1 && (failures == 0 || failure > start)
                    && (starts == 0 ? failures == 0 : vetoes[driver] == nth ? failures <= 1 : failures == 1);
            });
    }

    private static bool Is(Notification call, NotificationKind kind, int driver) =>
        call.Kind == kind && call.Consumer == new ConsumerId(driver);

    private static int Count(ImmutableArray<Notification> part, NotificationKind kind, int driver) =>
        part.Count(call => Is(call, kind, driver));

    private static int First(ImmutableArray<Notification> part, Func<Notification, bool> like) =>
        part.Select((call, place) => like(call) ? place : -1).FirstOrDefault(place => place >= 0, -1);

    private static int Last(ImmutableArray<Notification> part, NotificationKind kind) =>
        part.Select((call, place) => call.Kind == kind ? place : -1).Append(-1).Max();

    private MonitoredLog Random(Random random, bool isShown)
    {
        var endings = Endings.OrderBy(_ => random.Next()).First();
        var (active, delivered, names) = (Before, new List<Notification>(), new List<LogicalProcessor>());
        for (var place = 0; place < components; place++)
        {
            var number = place + (vetoes.Contains(1) && random.Next(2) == 0 ? 0 : 1);
            var name = new LogicalProcessor(number, 0, number, unit);
            var calls = Calls(random, place + 1, endings[place]).Select(call => Notice(call, place + 1, name, active));
            delivered.AddRange(calls);
            active += endings[place] == Ending.Added ? 1 : 0;
            names.AddRange(endings[place] == Ending.Added ? [name] : []);
        }

        return new MonitoredLog(run, [.. delivered], isShown && isNumbered ? [.. names] : null)
            .Spoilt(random, run.Number, call => Changed(random, call));
    }

    private IEnumerable<(NotificationKind Kind, int Driver)> Calls(Random random, int nth, Ending ending)
    {
        int[] order = [.. Enumerable.Range(0, vetoes.Length).OrderBy(_ => random.Next())];
        var called = ending == Ending.Vetoed
            ? order[..(random.Next(Array.FindIndex(order, driver => vetoes[driver] == nth), order.Length) + 1)]
            : order;
        var end = ending == Ending.Added ? ProcessorComplete : ProcessorFailure;
        return called.Select(driver => (ProcessorStart, driver)).Concat(called
            .Where(driver => vetoes[driver] != nth || random.Next(2) == 0)
            .OrderBy(_ => random.Next())
            .Select(driver => (end, driver)));
    }

    private Notification Notice((NotificationKind Kind, int Driver) call, int nth, LogicalProcessor name, int active) =>
        Notifications.Notice.Of(call.Kind, call.Driver) with
        {
            Operation = run.Number,
            Unit = unit,
            Processor = isNumbered ? name : null,
            ActiveProcessors = active + (call.Kind == ProcessorComplete ? 1 : 0),
            Status = call.Kind == ProcessorFailure
                || (call.Kind == ProcessorStart && vetoes[call.Driver] == nth) ? 1 : 0,
        };

    private Notification Changed(Random random, Notification call) => random.Next(5) switch
    {
        0 => call with { Status = 1 - call.Status },
        1 => call with { ActiveProcessors = Before + random.Next(components + 1) },
        2 => call with { Kind = Kinds[random.Next(Kinds.Length)] },
        3 => call with { Consumer = new ConsumerId(random.Next(vetoes.Length)) },
        _ => call with
        {
            Processor = call.Processor is { } name ? name with { Number = 1 + random.Next(components) } : null,
        },
    };
}
