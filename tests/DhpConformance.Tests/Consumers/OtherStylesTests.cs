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

    [Fact]
    public void A_driver_may_switch_its_device_on_later_while_it_is_stopped() =>
        AssertRight(() => new SleepsLater { SwitchesOnLater = true }, ConsumerTrait.Device);

    [Fact]
    public void A_driver_may_deregister_in_its_callback() => AssertRight(() => new DeregistersAtStart());

    [Fact]
    public void A_pool_may_have_a_least_size() =>
        AssertRight(() => new Pool { Least = 4 }, ConsumerTrait.ScalesByProcessors);

    [Fact]
    public void A_pool_that_keeps_its_size_is_reported() =>
        AssertWrong(() => new Pool { Least = 4, Keeps = true }, "C-PROC-08", ConsumerTrait.ScalesByProcessors);

    [Fact]
    public void A_driver_may_keep_the_table_that_it_has_outgrown() =>
        AssertRight(() => new Doubles { KeepsOldTables = true }, ConsumerTrait.ScalesByProcessors);

    [Theory]
    [InlineData(Serving.OneProcessor)]
    [InlineData(Serving.EachProcessor)]
    public void A_driver_may_choose_where_its_interrupts_are_served(Serving serving) =>
        AssertRight(() => new Serves { By = serving }, ConsumerTrait.Device, ConsumerTrait.Interrupts);

    [Fact]
    public void Interrupts_that_stay_where_the_first_start_put_them_are_reported() => AssertWrong(
        () => new Serves { By = Serving.EachOfTheFirstStart }, "C-REB-05", ConsumerTrait.Device,
        ConsumerTrait.Interrupts);

    [Fact]
    public void A_driver_with_interrupts_may_learn_of_processors_when_its_device_is_started() => AssertRight(
        () => new Serves { By = Serving.EachProcessor }, ConsumerTrait.Device, ConsumerTrait.Interrupts,
        ConsumerTrait.TargetsProcessors);

    [Fact]
    public void A_device_that_refuses_to_be_stopped_is_not_started_again() => AssertRight(
        () => new Serves { By = Serving.EachProcessor, Refuses = true }, ConsumerTrait.Device,
        ConsumerTrait.Interrupts, ConsumerTrait.PagingPath);

    [Fact]
    public void A_driver_may_wait_for_the_interrupt_that_ends_its_requests() => AssertRight(
        () => new Serves { By = Serving.EachProcessor, Drains = true }, ConsumerTrait.Device,
        ConsumerTrait.Interrupts);

    [Fact]
    public void A_service_may_use_the_processors_of_its_group_only() => AssertRight(
        () => new Group(), ConsumerTrait.TargetsProcessors);

    [Fact]
    public void A_service_that_leaves_out_processors_of_its_group_is_reported() => AssertWrong(
        () => new Group { Ignores = true }, "C-PROC-10", ConsumerTrait.TargetsProcessors);

    private static void AssertWrong(Func<Style> create, string rule, params ImmutableArray<ConsumerTrait> traits) =>
        Assert.Equal(rule, Assert.Single(
            ConsumerSuite.Run(() => create().With(traits), new() { Cases = 500 }).Failures).Rule);

    private static void AssertRight(Func<Style> create, params ImmutableArray<ConsumerTrait> traits)
    {
        var results = ConsumerSuite.Run(() => create().With(traits), new() { Cases = 500 });
        Assert.Empty(results.Failures);
        Assert.Contains(results.Rules, rule => rule.Verdict == Verdict.Pass);
        Assert.DoesNotContain(results.Rules, rule => rule is { Rule: "C-PROC-10", Verdict: Verdict.Inconclusive });
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

        public ConsumerDescription Describe() => new("another style", "1", Role, traits);

        protected virtual ConsumerRole Role => ConsumerRole.Driver;

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

        public bool SwitchesOnLater { get; init; }

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
                case SetPowerEvent when SwitchesOnLater:
                    due = false;
                    system.Call(new QueueDpc(0, system.Locate(0).Number));
                    return new(ConsumerAnswer.Pending);
                case RunEvent or SetPowerEvent:
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
        private readonly List<ulong> outgrown = [];
        private int room;

        public bool KeepsOldTables { get; init; }

        protected override ConsumerAnswer Handle(ConsumerEvent happening, IOperatingSystem system)
        {
            switch (happening)
            {
                case LoadEvent:
                    return Register(system);
                case UnloadEvent:
                    Unregister(system);
                    system.Free(table);
                    outgrown.ForEach(system.Free);
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

            if (table != 0 && KeepsOldTables)
            {
                outgrown.Add(table);
            }
            else if (table != 0)
            {
                system.Free(table);
            }

            (table, room) = (other, larger);
            return ConsumerAnswer.Success;
        }
    }

    private sealed class DeregistersAtStart : Style
    {
        private ulong context;
        private ulong once;

        protected override ConsumerAnswer Handle(ConsumerEvent happening, IOperatingSystem system)
        {
            switch (happening)
            {
                case LoadEvent:
                    context = system.Allocate(64) ?? 0;
                    once = system.Call(new RegisterProcessorCallback(AddExisting: false, context)).Value;
                    return once == 0 ? ConsumerAnswer.InsufficientResources : ConsumerAnswer.Success;
                case ProcessorChangeEvent:
                    system.Touch(context);
                    End(system);
                    break;
                case UnloadEvent:
                    End(system);
                    break;
            }

            return ConsumerAnswer.Success;
        }

        private void End(IOperatingSystem system)
        {
            if (once != 0)
            {
                system.Call(new CloseRegistration(once));
                system.Free(context);
                (once, context) = (0, 0);
            }
        }
    }

    private sealed class Pool : Style
    {
        private readonly List<ulong> threads = [];
        private ulong notice;

        public required int Least { get; init; }

        public bool Keeps { get; init; }

        protected override ConsumerAnswer Handle(ConsumerEvent happening, IOperatingSystem system)
        {
            switch (happening)
            {
                case LoadEvent:
                    notice = system.Call(new RegisterInterface(InterfaceClass.Processor, IncludeExisting: false)).Value;
                    Grow(system);
                    break;
                case InterfaceChangeEvent { Arrival: true } when !Keeps:
                    Grow(system);
                    break;
                case UnloadEvent:
                    if (notice != 0)
                    {
                        system.Call(new CloseRegistration(notice));
                    }

                    threads.ForEach(thread => system.Call(new StopThread(thread)));
                    break;
            }

            return ConsumerAnswer.Success;
        }

        private void Grow(IOperatingSystem system)
        {
            while (threads.Count < Math.Max(Least, system.ActiveCount()))
            {
                threads.Add(system.Call(new StartThread(0, 0)).Value);
            }
        }
    }

    /// <summary>Where interrupts are served.</summary>
    public enum Serving
    {
        /// <summary>On the first processor.</summary>
        OneProcessor,

        /// <summary>On each, by an interrupt of its own.</summary>
        EachProcessor,

        /// <summary>On each that was there when the device was started first.</summary>
        EachOfTheFirstStart,
    }

    private sealed class Serves : Style
    {
        private readonly List<ulong> interrupts = [];
        private readonly Queue<ulong> held = new();
        private readonly Queue<ulong> active = new();
        private ulong first;
        private bool waits;

        public required Serving By { get; init; }

        public bool Refuses { get; init; }

        public bool Drains { get; init; }

        protected override ConsumerAnswer Handle(ConsumerEvent happening, IOperatingSystem system)
        {
            switch (happening)
            {
                case StartDeviceEvent start:
                    Assert.Empty(interrupts);
                    Connect(start, system);
                    Wait(false);
                    break;
                case QueryStopEvent when Refuses:
                    return ConsumerAnswer.Unsuccessful;
                case QueryStopEvent:
                    Wait(true);
                    Finish(system);
                    break;
                case StopDeviceEvent or RemoveDeviceEvent:
                    Finish(system);
                    interrupts.ForEach(one => system.Call(new DisconnectInterrupt(one)));
                    interrupts.Clear();
                    break;
                case CancelStopEvent:
                    Wait(false);
                    break;
                case SetPowerEvent { Power: SystemPower.S4 }:
                    Wait(true);
                    Finish(system);
                    system.Call(new SetDevicePower(DevicePower.D3));
                    break;
                case SetPowerEvent:
                    system.Call(new SetDevicePower(DevicePower.D0));
                    Wait(interrupts.Count == 0);
                    break;
                case IoEvent io:
                    (waits ? held : active).Enqueue(io.Request);
                    return new(ConsumerAnswer.Pending);
                case InterruptEvent:
                    Complete(system);
                    break;
            }

            return ConsumerAnswer.Success;

            void Wait(bool holds)
            {
                waits = holds;
                while (!waits && held.TryDequeue(out var request))
                {
                    active.Enqueue(request);
                }
            }
        }

        private void Finish(IOperatingSystem system)
        {
            if (Drains && active.Count > 0)
            {
                system.Call(new Wait(0));
                Assert.Empty(active);
            }

            Complete(system);
        }

        private void Complete(IOperatingSystem system)
        {
            while (active.TryDequeue(out var request))
            {
                system.Call(new CompleteIo(request, 0));
            }
        }

        private void Connect(StartDeviceEvent start, IOperatingSystem system)
        {
            first = first == 0 ? start.Mask : first;
            var mask = By == Serving.EachOfTheFirstStart ? first : start.Mask;
            for (var rest = mask; rest != 0 && (By != Serving.OneProcessor || rest == mask); rest &= rest - 1)
            {
                interrupts.Add(system.Call(new ConnectInterrupt(start.Group, rest & (~rest + 1))).Value);
            }
        }
    }

    private sealed class Group : Style
    {
        private ulong notice;

        public bool Ignores { get; init; }

        protected override ConsumerRole Role => ConsumerRole.Application;

        protected override ConsumerAnswer Handle(ConsumerEvent happening, IOperatingSystem system)
        {
            switch (happening)
            {
                case LoadEvent:
                    notice = system.Call(new RegisterInterface(InterfaceClass.Processor, IncludeExisting: false)).Value;
                    break;
                case WindowMessageEvent { Arrival: true, Class: InterfaceClass.Processor } when !Ignores:
                    system.Call(new SetProcessAffinity(system.Affinity(0)));
                    break;
                case UnloadEvent when notice != 0:
                    system.Call(new CloseRegistration(notice));
                    break;
            }

            return ConsumerAnswer.Success;
        }
    }
}
