using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Consumers;
using DhpConformance.Engine.Results;

namespace DhpConformance.Tests.Consumers;

/// <summary>Drivers that do right what the references do otherwise are accused of nothing.</summary>
public sealed class OtherStylesTests
{
    [Fact]
    public void A_driver_may_go_to_sleep_later() =>
        AssertRight(() => new SleepsLater(), ConsumerTrait.Device);

    [Fact]
    public void A_driver_may_hear_of_processors_only_while_its_device_works() =>
        AssertRight(() => new HearsWhileItWorks(), ConsumerTrait.Device, ConsumerTrait.SavesProcessorCount);

    [Fact]
    public void A_driver_may_grow_by_doubling() =>
        AssertRight(() => new Doubles(), ConsumerTrait.ScalesByProcessors);

    private static void AssertRight(Func<Style> create, params ImmutableArray<ConsumerTrait> traits)
    {
        var results = ConsumerSuite.Run(() => create().With(traits), new() { Cases = 500 });
        Assert.Empty(results.Failures);
        Assert.Contains(results.Rules, rule => rule.Verdict == Verdict.Pass);
    }

    private abstract class Style : IConsumerUnderTest
    {
        private ImmutableArray<ConsumerTrait> traits = [];

        protected ulong Callback { get; private set; }

        public Style With(ImmutableArray<ConsumerTrait> claimed)
        {
            traits = claimed;
            return this;
        }

        public ConsumerDescription Describe() => new("another style", "1", ConsumerRole.Driver, traits);

        public ConsumerAnswer On(ConsumerEvent happening, IOperatingSystem system) => Handle(happening, system);

        public void Dispose()
        {
            // Nothing to give back.
        }

        protected abstract ConsumerAnswer Handle(ConsumerEvent happening, IOperatingSystem system);

        protected ConsumerAnswer Register(IOperatingSystem system)
        {
            Callback = system.Call(new RegisterProcessorCallback(AddExisting: true)).Value;
            return Callback == 0 ? ConsumerAnswer.InsufficientResources : ConsumerAnswer.Success;
        }

        protected void Unregister(IOperatingSystem system)
        {
            if (Callback != 0)
            {
                system.Call(new CloseRegistration(Callback));
                Callback = 0;
            }
        }
    }

    // Requests are completed at once, since there is no hardware behind it, or held.
    private sealed class SleepsLater : Style
    {
        private readonly Queue<ulong> held = new();
        private bool paused;
        private bool asleep;
        private bool due;

        protected override ConsumerAnswer Handle(ConsumerEvent happening, IOperatingSystem system)
        {
            switch (happening)
            {
                case IoEvent io:
                    held.Enqueue(io.Request);
                    Release(system);
                    return new(ConsumerAnswer.Pending);
                case SetPowerEvent { Power: SystemPower.S4 }:
                    due = asleep = true;
                    return new(ConsumerAnswer.Pending);
                case TickEvent when due:
                    due = false;
                    system.Call(new SetDevicePower(DevicePower.D3));
                    break;
                case SetPowerEvent:
                    due = asleep = false;
                    system.Call(new SetDevicePower(DevicePower.D0));
                    Release(system);
                    break;
                case QueryStopEvent or StopDeviceEvent:
                    paused = true;
                    break;
                case CancelStopEvent or StartDeviceEvent:
                    paused = false;
                    Release(system);
                    break;
            }

            return ConsumerAnswer.Success;
        }

        private void Release(IOperatingSystem system)
        {
            while (!paused && !asleep && held.TryDequeue(out var request))
            {
                system.Call(new CompleteIo(request, 0));
            }
        }
    }

    private sealed class HearsWhileItWorks : Style
    {
        protected override ConsumerAnswer Handle(ConsumerEvent happening, IOperatingSystem system)
        {
            switch (happening)
            {
                case StartDeviceEvent:
                    return Register(system);
                case StopDeviceEvent or RemoveDeviceEvent:
                    Unregister(system);
                    break;
                case ProcessorChangeEvent { State: ProcessorChangeState.Complete }:
                    system.ActiveCount();
                    break;
                case SetPowerEvent power:
                    system.Call(new SetDevicePower(
                        power.Power == SystemPower.S0 ? DevicePower.D0 : DevicePower.D3));
                    break;
                case IoEvent io:
                    system.Call(new CompleteIo(io.Request, 0));
                    break;
            }

            return ConsumerAnswer.Success;
        }
    }

    private sealed class Doubles : Style
    {
        private ulong table;
        private int room;

        protected override ConsumerAnswer Handle(ConsumerEvent happening, IOperatingSystem system)
        {
            switch (happening)
            {
                case LoadEvent:
                    return Register(system);
                case UnloadEvent:
                    Unregister(system);
                    system.Free(table);
                    break;
                case ProcessorChangeEvent { State: ProcessorChangeState.Start } change when change.Index >= room:
                    return Grow(change.Index + 1, system);
            }

            return ConsumerAnswer.Success;
        }

        private ConsumerAnswer Grow(int needed, IOperatingSystem system)
        {
            var larger = Math.Max(1, room);
            while (larger < needed)
            {
                larger *= 2;
            }

            if (system.Allocate((ulong)larger * 64) is not { } other)
            {
                return ConsumerAnswer.InsufficientResources;
            }

            if (table != 0)
            {
                system.Free(table);
            }

            (table, room) = (other, larger);
            return ConsumerAnswer.Success;
        }
    }
}
