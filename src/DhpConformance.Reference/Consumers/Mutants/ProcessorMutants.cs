using System.Collections.Immutable;
using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Consumers;

/// <summary>Broken in what a change of the number of processors demands.</summary>
internal static class ProcessorMutants
{
    public static ImmutableArray<ReferenceConsumer> All { get; } =
    [
        ReferenceConsumers.Mutant<ArrayOfFour>("array-of-four", "C-PROC-01"),
        ReferenceConsumers.Mutant<PreparesAtArrival>("prepares-at-arrival", "C-PROC-02"),
        ReferenceConsumers.Mutant<WalksWithoutGaps>("walks-mask-without-gaps", "C-PROC-03"),
        ReferenceConsumers.Mutant<ComputesNumber>("computes-number", "C-PROC-04"),
        ReferenceConsumers.Mutant<CountsItself>("counts-itself", "C-PROC-05"),
        ReferenceConsumers.Mutant<ReadsObsoleteCount>("reads-obsolete-count", "C-PROC-06"),
        ReferenceConsumers.Mutant<SizedByActiveCount>("sized-by-active-count", "C-PROC-07"),
        ReferenceConsumers.Mutant<KeepsSize>("keeps-size", "C-PROC-08"),
        ReferenceConsumers.Mutant<ThreadAtStart>("thread-at-start", "C-PROC-09"),
        ReferenceConsumers.Mutant<IgnoresNewProcessors>("ignores-new-processors", "C-PROC-10"),
        ReferenceConsumers.Mutant<NeverRegisters>("never-registers", "C-PROC-11"),
        ReferenceConsumers.Mutant<NarrowMask>("narrow-mask", "C-PROC-12"),
    ];

    private sealed class ArrayOfFour : DiskDriver
    {
        protected override ConsumerAnswer Load(IOperatingSystem system) =>
            system.ActiveCount() > 4 ? ConsumerAnswer.Unsuccessful : base.Load(system);
    }

    private sealed class PreparesAtArrival : DiskDriver
    {
        private bool loaded;

        protected override ConsumerAnswer Load(IOperatingSystem system)
        {
            var answer = base.Load(system);
            loaded = true;
            return answer;
        }

        protected override ConsumerAnswer Start(ProcessorChangeEvent change, IOperatingSystem system) =>
            loaded ? ConsumerAnswer.Success : base.Start(change, system);

        protected override ConsumerAnswer Changed(InterfaceChangeEvent change, IOperatingSystem system)
        {
            for (var index = 0; index < system.ActiveCount()
                && change is { Arrival: true, Class: InterfaceClass.Processor }; index++)
            {
                if (!Slots.ContainsKey(index))
                {
                    base.Start(new(Callback, ProcessorChangeState.Start, index, 0, 0, 0), system);
                }
            }

            return base.Changed(change, system);
        }
    }

    private sealed class WalksWithoutGaps : NetworkDriver
    {
        protected override void Greet(IOperatingSystem system)
        {
            for (var number = 0; number < system.ActiveCount() && number < 64; number++)
            {
                system.Call(new QueueDpc(0, number));
            }
        }
    }

    private sealed class ComputesNumber : NetworkDriver
    {
        protected override ConsumerAnswer Complete(ProcessorChangeEvent change, IOperatingSystem system)
        {
            var number = (int)system.Call(new QueryActiveCount(change.Group)).Value - 1;
            return base.Complete(change with { Number = number }, system);
        }
    }

    private sealed class CountsItself : DiskDriver
    {
        protected override void Refresh(IOperatingSystem system)
        {
            // count++
        }
    }

    private sealed class ReadsObsoleteCount : NetworkDriver
    {
        protected override ConsumerAnswer Load(IOperatingSystem system)
        {
            system.Call(new ReadObsoleteCount());
            return base.Load(system);
        }
    }

    private sealed class SizedByActiveCount : NetworkDriver
    {
        public override ConsumerDescription Describe()
        {
            var right = base.Describe();
            return right with { Traits = right.Traits.Remove(ConsumerTrait.ScalesByProcessors) };
        }

        protected override bool Grow(int count, IOperatingSystem system) => Table != 0 || base.Grow(count, system);
    }

    private sealed class KeepsSize : PlainDriver
    {
        private const ulong BytesOfProcessor = 256;

        private ulong callback;
        private ulong buffer;

        public override ConsumerDescription Describe() =>
            base.Describe() with { Traits = [ConsumerTrait.ScalesByProcessors] };

        public override ConsumerAnswer On(ConsumerEvent happening, IOperatingSystem system)
        {
            switch (happening)
            {
                case LoadEvent:
                    buffer = system.Allocate((ulong)system.ActiveCount() * BytesOfProcessor) ?? 0;
                    callback = system.Call(new RegisterProcessorCallback(AddExisting: false)).Value;
                    return callback == 0 ? ConsumerAnswer.InsufficientResources : ConsumerAnswer.Success;
                case UnloadEvent:
                    system.Call(new CloseRegistration(callback));
                    system.Free(buffer);
                    break;
            }

            return base.On(happening, system);
        }
    }

    private sealed class ThreadAtStart : DiskDriver
    {
        protected override ConsumerAnswer Start(ProcessorChangeEvent change, IOperatingSystem system)
        {
            StartThread(change, system);
            return base.Start(change, system);
        }

        protected override void StartThread(ProcessorChangeEvent change, IOperatingSystem system)
        {
            if (!Threads.ContainsKey(change.Index))
            {
                base.StartThread(change, system);
            }
        }
    }

    private sealed class IgnoresNewProcessors : Service
    {
        private bool loaded;

        protected override void StartThread(ProcessorNumber processor, IOperatingSystem system)
        {
            if (!loaded)
            {
                base.StartThread(processor, system);
            }
        }

        protected override void Resize(IOperatingSystem system)
        {
            loaded = true;
            base.Resize(system);
        }

        protected override void Widen(IOperatingSystem system)
        {
            // Not wider than at the start.
        }
    }

    private sealed class NeverRegisters : PlainDriver
    {
        public override ConsumerDescription Describe() =>
            base.Describe() with { Traits = [ConsumerTrait.SavesProcessorCount] };
    }

    private sealed class NarrowMask : Service
    {
        // As in C: 1 << number is 32 bits wide, and keeps its sign.
        protected override void StartThread(ProcessorNumber processor, IOperatingSystem system) =>
            system.Call(new StartThread(processor.Group, (ulong)(1 << processor.Number)));
    }
}
