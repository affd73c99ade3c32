using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Generation;

namespace DhpConformance.Engine.Consumers;

/// <summary>
/// Makes up cases. The case with a number depends on the seed and the number alone. Cases are made of bursts: an add
/// and what runs on the new processor at once, a stop with requests meanwhile, a sleep with a replace in it.
/// </summary>
internal static class ConsumerCaseGenerator
{
    private const ulong Gibibyte = 1UL << 30;

    // Bursts in a case. A consumer that lives through three has seen most of what there is.
    private const int MostBursts = 5;

    public static ConsumerCase Case(ulong seed, int number, ConsumerDescription consumer)
    {
        // Unmixed, each case would be the one before, a step later.
        var draw = new RandomSource(RandomSource.Mix(RandomSource.Mix(seed) + ((ulong)number * RandomSource.Gamma)));
        var machine = Machine(ref draw, consumer.ProcessorLimit ?? int.MaxValue);
        var steps = ImmutableArray.CreateBuilder<ConsumerStep>();
        var used = machine.Processors.ToHashSet();
        if (draw.Chance(50))
        {
            steps.Add(new SettleAll());
        }

        var bursts = 1 + draw.Below(MostBursts);
        for (var i = 0; i < bursts; i++)
        {
            Burst(ref draw, machine, used, steps);
            if (draw.Chance(20))
            {
                steps.Add(new DeliverArrivals());
            }

            if (draw.Chance(40))
            {
                steps.Add(new SettleAll());
            }
        }

        return new(machine, steps.ToImmutable());
    }

    private static ConsumerMachine Machine(ref RandomSource draw, int limit)
    {
        var kind = draw.Below(100);
        var count = Math.Min(limit, kind switch
        {
            < 40 => 1,
            < 60 => 2,
            < 75 => 3 + draw.Below(6),
            < 90 => 2 + draw.Below(3),
            < 94 => 31 + draw.Below(3),
            < 97 => 63 + draw.Below(3),
            < 98 => 255 + draw.Below(3),
            _ => 1,
        });
        var gaps = kind is >= 75 and < 90;
        var places = ImmutableArray.CreateBuilder<ProcessorPlace>(count);
        var next = 0;
        for (var i = 0; i < count; i++)
        {
            places.Add(new(next / 64, next % 64));
            next += gaps ? 1 + draw.Below(7) : 1;
        }

        var maximum = Math.Min(limit, Math.Max(draw.Of<int>([64, 64, 128]), count + 8));
        return new(
            places.MoveToImmutable(),
            maximum,
            draw.Of<ulong>([Gibibyte / 4, Gibibyte, Gibibyte, 4 * Gibibyte, 8 * Gibibyte, 64 * Gibibyte]))
        {
            FailingRegistrations = draw.Chance(6),
        };
    }

    private static void Burst(
        ref RandomSource draw,
        ConsumerMachine machine,
        HashSet<ProcessorPlace> used,
        ImmutableArray<ConsumerStep>.Builder steps)
    {
        switch (draw.Below(20))
        {
            case < 7:
                Adds(ref draw, machine, used, steps);
                break;
            case < 9:
                steps.Add(new AddMemory(draw.Of<ulong>([Gibibyte, 4 * Gibibyte, 16 * Gibibyte, 1024 * Gibibyte])));
                break;
            case < 10:
                steps.Add(new RepeatArrival(draw.Of([InterfaceClass.Processor, InterfaceClass.Memory])));
                steps.Add(new AnnounceRemoval(draw.Of([InterfaceClass.Processor, InterfaceClass.Memory])));
                break;
            case < 11:
                steps.Add(new SendMessage(draw.Chance(50), draw.Chance(50)));
                steps.Add(new AnnounceRemoval(draw.Of([InterfaceClass.Processor, InterfaceClass.Memory])));
                break;
            case < 14:
                Requests(ref draw, steps, 1 + draw.Below(3));
                break;
            case < 17:
                Stop(ref draw, machine, used, steps);
                break;
            case < 18:
                steps.Add(draw.Chance(50) ? new CancelStop() : new QuerySleep());
                break;
            default:
                Sleep(ref draw, steps);
                break;
        }
    }

    private static void Adds(
        ref RandomSource draw,
        ConsumerMachine machine,
        HashSet<ProcessorPlace> used,
        ImmutableArray<ConsumerStep>.Builder steps)
    {
        var count = draw.Chance(70) ? 1 : 2 + draw.Below(3);
        for (var i = 0; i < count; i++)
        {
            var place = Free(ref draw, machine, used);
            var add = new AddProcessor(place.Group, place.Number)
            {
                Vetoed = draw.Chance(10),
                FailingAllocation = draw.Chance(15) ? 1 + draw.Below(3) : 0,
            };
            if (!add.Vetoed)
            {
                used.Add(place);
            }

            steps.Add(add);
            if ((add.Vetoed || add.FailingAllocation > 0) && draw.Chance(60))
            {
                steps.Add(new SettleAll());
            }

            OnLatest(ref draw, steps);
        }
    }

    // The first moments of a new processor: beyond the last index means the last one.
    private static void OnLatest(ref RandomSource draw, ImmutableArray<ConsumerStep>.Builder steps)
    {
        if (draw.Chance(20))
        {
            return;
        }

        steps.Add(new RunOn(int.MaxValue));
        steps.Add(new SubmitRequest(int.MaxValue));
        steps.Add(new InterruptOn(int.MaxValue));
    }

    private static ProcessorPlace Free(ref RandomSource draw, ConsumerMachine machine, HashSet<ProcessorPlace> used)
    {
        var groups = Math.Max(1, (machine.Maximum + 63) / 64);
        var group = draw.Chance(85) ? 0 : draw.Below(groups);
        var first = draw.Chance(40) ? 0 : draw.Of([3, 5, 17, 31, 32, 33, 40, 62]);
        for (var i = 0; i < 64 * groups; i++)
        {
            var place = new ProcessorPlace((group + ((first + i) / 64)) % groups, (first + i) % 64);
            if (!used.Contains(place))
            {
                return place;
            }
        }

        return new(0, 0);
    }

    private static void Requests(ref RandomSource draw, ImmutableArray<ConsumerStep>.Builder steps, int count)
    {
        for (var i = 0; i < count; i++)
        {
            steps.Add(new SubmitRequest(draw.Below(4)));
        }

        if (draw.Chance(40))
        {
            steps.Add(new InterruptOn(draw.Below(4)));
            steps.Add(new RunOn(draw.Below(4)));
        }
    }

    private static void Stop(
        ref RandomSource draw,
        ConsumerMachine machine,
        HashSet<ProcessorPlace> used,
        ImmutableArray<ConsumerStep>.Builder steps)
    {
        Requests(ref draw, steps, draw.Below(3));
        steps.Add(new QueryStop());
        Meanwhile(ref draw, machine, used, steps);
        if (draw.Chance(30))
        {
            steps.Add(new CancelStop());
            return;
        }

        steps.Add(new StopDevice());
        Requests(ref draw, steps, draw.Below(4));
        Meanwhile(ref draw, machine, used, steps);
        if (draw.Chance(20))
        {
            Sleep(ref draw, steps);
        }

        steps.Add(new RestartDevice());
    }

    private static void Meanwhile(
        ref RandomSource draw,
        ConsumerMachine machine,
        HashSet<ProcessorPlace> used,
        ImmutableArray<ConsumerStep>.Builder steps)
    {
        if (draw.Chance(30))
        {
            Adds(ref draw, machine, used, steps);
        }
        else
        {
            Requests(ref draw, steps, draw.Below(3));
        }
    }

    private static void Sleep(ref RandomSource draw, ImmutableArray<ConsumerStep>.Builder steps)
    {
        Requests(ref draw, steps, draw.Below(3));
        if (draw.Chance(20))
        {
            steps.Add(new QuerySleep());
        }

        steps.Add(new Suspend());
        Requests(ref draw, steps, draw.Below(3));
        steps.Add(new PassTime(draw.Of([10, 2000, 5000])));
        if (draw.Chance(80))
        {
            steps.Add(new ReplaceSilicon());
        }

        steps.Add(new Resume());
        steps.Add(new RunOn(0));
        Requests(ref draw, steps, draw.Below(2));
        steps.Add(new InterruptOn(0));
    }
}
