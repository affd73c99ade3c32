using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Model.State;
using static DhpConformance.Abstractions.NotificationKind;
using static DhpConformance.Tests.Model.Notifications.Scenario;

namespace DhpConformance.Tests.Model.Monitors;

/// <summary>
/// The arrivals and removals of one consumer, judged as <c>specs/notifications.md</c> says it, by trying every way to
/// give each notification a cause.
/// </summary>
internal sealed class ArrivalReadings
{
    private static readonly UnitKind[] Arriving = [UnitKind.Processor, UnitKind.MemoryModule];

    private static readonly int[] Units = [0, 1, 6, 7, 8];

    private static readonly NotificationKind[] Kinds =
        [InterfaceArrival, DeviceArrival, InterfaceRemoval, DeviceRemoval];

    private readonly MonitoredOperations run;
    private readonly bool isNumbered;
    private readonly List<Cause> causes = [];
    private readonly List<(UnitId Unit, int Operation, int Components, int Settled)> adds = [];

    private ArrivalReadings(MonitoredOperations run, bool isNumbered)
    {
        (this.run, this.isNumbered) = (run, isNumbered);
        Registered? consumer = null;
        foreach (var one in run.All)
        {
            consumer = After(one, consumer);
        }
    }

    /// <summary>Operations about one consumer, with a log of them.</summary>
    public static (ArrivalReadings Readings, MonitoredLog Log) Random(Random random)
    {
        var isNumbered = random.Next(3) > 0;
        var claims = Claims.All.Without(Claim.Quiescence);
        var setup = new Notifications.Scenario { HotEverything = true }.Setup();
        var run = MonitoredOperations.On(setup, isNumbered ? claims : claims.Without(Claim.ProcessorNumbers))
            .Then([new StartPartition(P0), Drawn(random, isFirst: true)]);
        for (var more = random.Next(2, 9); more > 0; more--)
        {
            run = run.Then(Drawn(random, isFirst: false)) ?? run;
        }

        var readings = new ArrivalReadings(run, isNumbered);
        return (readings, readings.Random(random, new List<Notification>()));
    }

    /// <summary>Whether some reading is right.</summary>
    /// <param name="log">The log.</param>
    /// <param name="isGreedy">Whether to try the first cause only that fits a notification.</param>
    public bool Permit(MonitoredLog log, bool isGreedy = false)
    {
        var delivered = causes.ConvertAll(_ => new List<Notification>());
        return log.HasRightQuantities && Permit(log.Notices, 0, delivered, isGreedy);
    }

    private static Operation Drawn(Random random, bool isFirst) => random.Next(isFirst ? 4 : 12) switch
    {
        0 => Driver(0, new() { ProcessorArrivals = true, MemoryArrivals = random.Next(2) == 0 }),
        1 => Driver(0, new() { ProcessorArrivals = true, ExistingArrivals = true }),
        2 => Application(0, memory: random.Next(2) == 0),
        3 or 4 or 5 => new HotAdd(P0, new(random.Next(6, 9))),
        6 or 7 => new HotRemove(P0, new(random.Next(6, 9))),
        8 => new HotReplace(P0, new(0), new(6)),
        9 => new Deregister(new(0)),
        10 => new SwitchUnitPower(new(9), UnitPower.On),
        _ => LetSettle,
    };

    private Registered? After(MonitoredOperations one, Registered? consumer)
    {
        switch (one.Latest)
        {
            case RegisterDriver driver:
                return Register(one, new(IsDriver: true, KindsOf(driver.Script), driver.Script.ExistingArrivals));
            case RegisterApplication { Script: var script }:
                return Register(one, new(
                    IsDriver: false,
                    [.. Arriving.Where(kind => kind == UnitKind.Processor
                        ? script.ProcessorArrivals : script.MemoryArrivals)],
                    AsksForExisting: false));
            case Deregister:
                foreach (var cause in causes.Where(cause => cause.Consumer == consumer && cause.Until > one.Number))
                {
                    cause.Least = 0;
                    cause.Until = cause.IsRemoval ? Math.Min(cause.Until, one.Number) : cause.Until;
                }

                return null;
            case HotAdd add:
                var components = Components(one.After, add.Unit);
                adds.Add((add.Unit, one.Number, components, SettledAfter(one.Number)));
                if (consumer?.Kinds.Contains(Kind(add.Unit)) == true)
                {
                    Expect(consumer, add.Unit, one, components, least: 1, most: 1);
                }

                return consumer;
            case HotReplace replace:
                causes.FindAll(cause => cause.Now == replace.Target).ForEach(cause => cause.Now = replace.Spare);
                return consumer;
            case HotRemove remove:
                foreach (var cause in causes.Where(cause => cause.Now == remove.Unit && cause.Until > one.Number))
                {
                    (cause.Least, cause.Now) = (0, null);
                }

                if (consumer?.Kinds.Contains(Kind(remove.Unit)) == true)
                {
                    Expect(consumer, remove.Unit, one, Components(one.Before, remove.Unit), least: 0, most: 1);
                }

                return consumer;
            default:
                return consumer;
        }
    }

    private static ImmutableArray<UnitKind> KindsOf(DriverScript script) =>
        [.. Arriving.Where(kind => kind == UnitKind.Processor ? script.ProcessorArrivals : script.MemoryArrivals)];

    private Registered Register(MonitoredOperations one, Registered consumer)
    {
        foreach (var kind in consumer.Kinds)
        {
            if (consumer.AsksForExisting)
            {
                foreach (var unit in UnitsOf(one.Before).Where(unit => Kind(unit) == kind))
                {
                    Expect(consumer, unit, one, Components(one.Before, unit), least: 1, most: 2);
                }
            }
            else
            {
                foreach (var add in adds.Where(add => add.Settled > one.Number && Kind(add.Unit) == kind))
                {
                    Expect(consumer, add.Unit, one, add.Components, least: 0, most: 1);
                }
            }
        }

        return consumer;
    }

    private void Expect(
        Registered consumer, UnitId unit, MonitoredOperations one, int components, int least, int most)
    {
        var all = new object();
        for (var component = 0; component < components; component++)
        {
            causes.Add(new(consumer, unit, one, all)
            {
                Least = least,
                Most = most,
                Until = SettledAfter(one.Number),
                Now = one.Latest is HotRemove ? null : unit,
            });
        }
    }

    private int SettledAfter(int operation) => run.All
        .Where(later => later.Number > operation && later.Latest is Settle)
        .Select(later => later.Number)
        .FirstOrDefault(int.MaxValue);

    private UnitKind Kind(UnitId unit) => run.After.Inventory.Kind(run.After.Inventory.Find(unit));

    private int Components(ServerState state, UnitId unit) =>
        Kind(unit) == UnitKind.Processor ? state.Inventory.Components(state.Inventory.Find(unit)) : 1;

    private static IEnumerable<UnitId> UnitsOf(ServerState state) => Enumerable.Range(0, state.Inventory.UnitCount)
        .Where(unit => state.Units[unit].Owner == 0)
        .Select(unit => state.Inventory.Unit(unit));

    private bool Permit(ImmutableArray<Notification> all, int next, List<List<Notification>> delivered, bool isGreedy)
    {
        if (next == all.Length)
        {
            return causes.Select((cause, place) => cause.Until > run.Number || delivered[place].Count >= cause.Least)
                .All(isRight => isRight);
        }

        for (var place = 0; place < causes.Count; place++)
        {
            if (Fits(all[next], place, delivered))
            {
                delivered[place].Add(all[next]);
                if (Permit(all, next + 1, delivered, isGreedy))
                {
                    return true;
                }

                delivered[place].RemoveAt(delivered[place].Count - 1);
                if (isGreedy)
                {
                    return false;
                }
            }
        }

        return false;
    }

    private bool Fits(Notification notice, int place, List<List<Notification>> delivered)
    {
        var cause = causes[place];
        var siblings = causes.Select((other, at) => (other, at))
            .Where(one => one.other.All == cause.All && one.at != place && delivered[one.at].Count > 0)
            .Select(one => delivered[one.at][0])
            .ToList();
        return delivered[place].Count < cause.Most
            && notice.Operation >= cause.By.Number && notice.Operation <= cause.Until
            && notice.Unit == cause.Unit && notice.Kind == KindOf(cause)
            && IsNamed(notice, cause, delivered[place], siblings)
            && (notice.Operation > cause.By.Number || cause.By.Latest is not HotAdd
                || (Kind(cause.Unit) == UnitKind.MemoryModule
                    ? notice.MemoryBytes == cause.By.After.Partitions[0].VisibleMemory
                    : notice.ActiveProcessors - cause.By.Before.Partitions[0].ActiveProcessors > siblings.Count));
    }

    private static NotificationKind KindOf(Cause cause) => cause.Consumer.IsDriver
        ? cause.IsRemoval ? InterfaceRemoval : InterfaceArrival
        : cause.IsRemoval ? DeviceRemoval : DeviceArrival;

    // Each logical processor has one name, and no other of the unit has it.
    private bool IsNamed(Notification notice, Cause cause, List<Notification> before, List<Notification> siblings) =>
        Kind(cause.Unit) == UnitKind.Processor && isNumbered
            ? notice.Processor is { } name && name.Unit == cause.Unit
                && before.All(earlier => earlier.Processor == name)
                && siblings.All(other => (other.Processor!.Value.Group, other.Processor.Value.Number)
                    != (name.Group, name.Number))
            : notice.Processor is null;

    private MonitoredLog Random(Random random, List<Notification> delivered)
    {
        foreach (var group in causes.GroupBy(cause => cause.All))
        {
            var number = random.Next(1, 4);
            foreach (var cause in group)
            {
                var name = new LogicalProcessor(number, 0, number, cause.Unit);
                number++;
                for (var count = random.Next(cause.Least, cause.Most + 1); count > 0; count--)
                {
                    delivered.Add(Notice(random, cause, name));
                }
            }
        }

        while (delivered.Count > 7)
        {
            delivered.RemoveAt(random.Next(delivered.Count));
        }

        var ordered = delivered.OrderBy(notice => notice.Operation).ThenBy(notice => notice.ActiveProcessors)
            .ThenBy(notice => notice.MemoryBytes);
        return new MonitoredLog(run, [.. ordered], null).Spoilt(random, 2, notice => Changed(random, notice));
    }

    private Notification Notice(Random random, Cause cause, LogicalProcessor name)
    {
        var at = run.All[random.Next(cause.By.Number, Math.Min(run.Number, cause.Until) + 1) - 1];
        return Notifications.Notice.Of(KindOf(cause), 0) with
        {
            Operation = at.Number,
            Unit = cause.Unit,
            Processor = isNumbered && Kind(cause.Unit) == UnitKind.Processor ? name : null,
            ActiveProcessors = at.After.Partitions[0].ActiveProcessors,
            MemoryBytes = at.After.Partitions[0].VisibleMemory,
        };
    }

    private Notification Changed(Random random, Notification notice)
    {
        var at = run.All[notice.Operation - 1];
        return random.Next(5) switch
        {
            0 => notice with { ActiveProcessors = at.Before.Partitions[0].ActiveProcessors + random.Next(2) },
            1 => notice with { MemoryBytes = at.Before.Partitions[0].VisibleMemory },
            2 => notice with { Unit = new UnitId(Units[random.Next(Units.Length)]) },
            3 => notice with
            {
                Processor = notice.Processor is { } name ? name with { Number = random.Next(1, 4) } : null,
            },
            _ => notice with { Kind = Kinds[random.Next(Kinds.Length)] },
        };
    }

    /// <summary>One registration.</summary>
    private sealed record Registered(bool IsDriver, ImmutableArray<UnitKind> Kinds, bool AsksForExisting);

    /// <summary>One logical processor or module that causes notifications.</summary>
    private sealed class Cause(Registered consumer, UnitId unit, MonitoredOperations by, object all)
    {
        public Registered Consumer => consumer;

        public UnitId Unit => unit;

        public MonitoredOperations By => by;

        /// <summary>What the logical processors of one unit with one cause have in common.</summary>
        public object All => all;

        public bool IsRemoval => by.Latest is HotRemove;

        public UnitId? Now { get; set; }

        public int Least { get; set; }

        public int Most { get; init; }

        public int Until { get; set; }
    }
}
