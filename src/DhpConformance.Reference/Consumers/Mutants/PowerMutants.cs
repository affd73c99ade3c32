using System.Collections.Immutable;
using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Consumers;

/// <summary>Broken in the sleep of a hot replace.</summary>
internal static class PowerMutants
{
    public static ImmutableArray<ReferenceConsumer> All { get; } =
    [
        ReferenceConsumers.Mutant<RejectsQuery>("rejects-query-power", "C-PWR-01"),
        ReferenceConsumers.Mutant<SleepsAtQuery>("sleeps-at-query", "C-PWR-02"),
        ReferenceConsumers.Mutant<DmaGoesOn>("dma-goes-on", "C-PWR-03"),
        ReferenceConsumers.Mutant<FailsWhenAsleep>("fails-requests-when-asleep", "C-PWR-04"),
        ReferenceConsumers.Mutant<OneSecond>("one-second-time-out", "C-PWR-05"),
        ReferenceConsumers.Mutant<BoundToSilicon>("bound-to-silicon", "C-PWR-06"),
    ];

    private sealed class RejectsQuery : DiskDriver
    {
        protected override ConsumerAnswer QueryPower(IOperatingSystem system) => ConsumerAnswer.Unsuccessful;
    }

    private sealed class SleepsAtQuery : DiskDriver
    {
        protected override ConsumerAnswer QueryPower(IOperatingSystem system)
        {
            system.Call(new SetDevicePower(DevicePower.D3));
            return ConsumerAnswer.Success;
        }
    }

    private sealed class DmaGoesOn : DiskDriver
    {
        private bool sleeping;

        protected override ConsumerAnswer SetPower(SetPowerEvent power, IOperatingSystem system)
        {
            sleeping = power.Power == SystemPower.S4;
            return base.SetPower(power, system);
        }

        protected override void Drain(IOperatingSystem system)
        {
            if (!sleeping)
            {
                base.Drain(system);
            }
        }
    }

    private sealed class FailsWhenAsleep : DiskDriver
    {
        protected override ConsumerAnswer Io(IoEvent request, IOperatingSystem system) =>
            Asleep && !Stopped ? ConsumerAnswer.Unsuccessful : base.Io(request, system);
    }

    private sealed class OneSecond : DiskDriver
    {
        private int waited;

        protected override void Waited(int milliseconds, IOperatingSystem system)
        {
            waited = Asleep ? waited + milliseconds : 0;
            if (waited >= 1000)
            {
                Held.ForEach(request => Expire(request, system));
                Held.Clear();
            }
        }
    }

    private sealed class BoundToSilicon : DiskDriver
    {
        private ulong silicon;

        protected override ConsumerAnswer StartDevice(StartDeviceEvent start, IOperatingSystem system)
        {
            silicon = silicon == 0 ? system.Call(new QueryHardwareId(0)).Value : silicon;
            return base.StartDevice(start, system);
        }

        protected override void TouchSlot(IOperatingSystem system)
        {
            if (system.Call(new QueryHardwareId(0)).Value != silicon)
            {
                throw new InvalidOperationException("The processor is not the one that it was made for.");
            }

            base.TouchSlot(system);
        }
    }
}
