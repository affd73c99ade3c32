using System.Collections.Immutable;
using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Consumers;

/// <summary>Broken in stop and start.</summary>
internal static class StopMutants
{
    public static ImmutableArray<ReferenceConsumer> All { get; } =
    [
        ReferenceConsumers.Mutant<RejectsQuery>("rejects-query-stop", "C-REB-01"),
        ReferenceConsumers.Mutant<FailsSpuriousCancel>("fails-spurious-cancel-stop", "C-REB-02"),
        ReferenceConsumers.Mutant<KeepsInterrupt>("keeps-interrupt-when-stopped", "C-REB-03"),
        ReferenceConsumers.Mutant<Reverses>("reverses-held-requests", "C-REB-04"),
        ReferenceConsumers.Mutant<OldMask>("connects-with-old-mask", "C-REB-05"),
        ReferenceConsumers.Mutant<ForgetsCancel>("forgets-cancel-stop", "C-REB-06"),
        ReferenceConsumers.Mutant<FailsWhenStopped>("fails-requests-when-stopped", "C-REB-07"),
        ReferenceConsumers.Mutant<HoldsPower>("holds-power-when-stopped", "C-REB-08"),
        ReferenceConsumers.Mutant<CompletesTwice>("completes-twice", "C-REST-01"),
        ReferenceConsumers.Mutant<BreaksAtNewProcessor>("breaks-at-new-processor", "C-REST-01"),
        ReferenceConsumers.Mutant<LeavesInterrupt>("leaves-interrupt-at-unload", "C-REST-01"),
    ];

    private sealed class RejectsQuery : DiskDriver
    {
        protected override ConsumerAnswer QueryStop(IOperatingSystem system) => ConsumerAnswer.Unsuccessful;
    }

    private sealed class FailsSpuriousCancel : DiskDriver
    {
        protected override ConsumerAnswer CancelStop(IOperatingSystem system) =>
            Paused ? base.CancelStop(system) : ConsumerAnswer.Unsuccessful;
    }

    private sealed class KeepsInterrupt : DiskDriver
    {
        private ulong kept;

        protected override ConsumerAnswer Stop(IOperatingSystem system)
        {
            (kept, Interrupt) = (Interrupt, 0);
            return base.Stop(system);
        }

        protected override ConsumerAnswer Remove(IOperatingSystem system)
        {
            var answer = base.Remove(system);
            Interrupt = kept;
            Disconnect(system);
            return answer;
        }
    }

    private sealed class LeavesInterrupt : DiskDriver
    {
        protected override ConsumerAnswer Remove(IOperatingSystem system)
        {
            Interrupt = 0;
            return base.Remove(system);
        }
    }

    private sealed class Reverses : DiskDriver
    {
        protected override void Release(IOperatingSystem system)
        {
            Held.Reverse();
            base.Release(system);
            Held.Reverse();
        }
    }

    private sealed class OldMask : DiskDriver
    {
        private StartDeviceEvent? first;

        protected override void Connect(StartDeviceEvent start, IOperatingSystem system) =>
            base.Connect(first ??= start, system);
    }

    private sealed class ForgetsCancel : DiskDriver
    {
        protected override ConsumerAnswer CancelStop(IOperatingSystem system) => ConsumerAnswer.Success;
    }

    private sealed class FailsWhenStopped : DiskDriver
    {
        protected override ConsumerAnswer Io(IoEvent request, IOperatingSystem system) =>
            Stopped ? ConsumerAnswer.Unsuccessful : base.Io(request, system);
    }

    private sealed class HoldsPower : DiskDriver
    {
        protected override ConsumerAnswer SetPower(SetPowerEvent power, IOperatingSystem system) =>
            Stopped ? new(ConsumerAnswer.Pending) : base.SetPower(power, system);
    }

    private sealed class CompletesTwice : DiskDriver
    {
        private ulong last;

        protected override void Issue(IoEvent request, IOperatingSystem system)
        {
            last = request.Request;
            base.Issue(request, system);
        }

        protected override ConsumerAnswer Serve(IOperatingSystem system)
        {
            var twice = last != 0 && !Paused;
            var answer = base.Serve(system);
            if (twice)
            {
                system.Call(new CompleteIo(last, 0));
                last = 0;
            }

            return answer;
        }
    }

    private sealed class BreaksAtNewProcessor : PlainDriver
    {
        private ulong callback;

        public override ConsumerAnswer On(ConsumerEvent happening, IOperatingSystem system)
        {
            switch (happening)
            {
                case LoadEvent:
                    callback = system.Call(new RegisterProcessorCallback(AddExisting: false)).Value;
                    return callback == 0 ? ConsumerAnswer.InsufficientResources : ConsumerAnswer.Success;
                case ProcessorChangeEvent { State: ProcessorChangeState.Complete }:
                    throw new InvalidOperationException("There is no such processor.");
                case UnloadEvent:
                    system.Call(new CloseRegistration(callback));
                    break;
            }

            return ConsumerAnswer.Success;
        }
    }
}
