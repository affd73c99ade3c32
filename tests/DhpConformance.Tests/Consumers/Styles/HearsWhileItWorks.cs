using DhpConformance.Abstractions;

namespace DhpConformance.Tests.Consumers.Styles;

/// <summary>Is notified of processors only while its device is started.</summary>
internal sealed class HearsWhileItWorks : ConsumerStyle
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
