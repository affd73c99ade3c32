using DhpConformance.Abstractions;

namespace DhpConformance.Tests.Consumers.Styles;

/// <summary>Makes the data of a processor when it runs there for the first time, and hears of none.</summary>
internal sealed class MakesOnFirstUse : ConsumerStyle
{
    private readonly Dictionary<int, ulong> slots = [];

    protected override ConsumerAnswer Handle(ConsumerEvent happening, IOperatingSystem system)
    {
        switch (happening)
        {
            case IoEvent request:
                Count(system);
                system.Call(new CompleteIo(request.Request, 0));
                break;
            case SetPowerEvent change:
                system.Call(new SetDevicePower(change.Power == SystemPower.S4 ? DevicePower.D3 : DevicePower.D0));
                break;
            case UnloadEvent:
                foreach (var slot in slots.Values)
                {
                    system.Free(slot);
                }

                break;
        }

        return ConsumerAnswer.Success;
    }

    private void Count(IOperatingSystem system)
    {
        var here = system.Current();
        if (!slots.ContainsKey(here) && system.Allocate(64) is { } made)
        {
            slots[here] = made;
        }

        if (slots.TryGetValue(here, out var slot))
        {
            system.Touch(slot);
        }
    }
}
