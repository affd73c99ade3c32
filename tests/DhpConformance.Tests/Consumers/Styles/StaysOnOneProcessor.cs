using DhpConformance.Abstractions;

namespace DhpConformance.Tests.Consumers.Styles;

/// <summary>Has one thread, on the first processor, however many there are.</summary>
internal sealed class StaysOnOneProcessor : ConsumerStyle
{
    private ulong thread;

    protected override ConsumerAnswer Handle(ConsumerEvent happening, IOperatingSystem system)
    {
        switch (happening)
        {
            case LoadEvent:
                var first = system.Locate(0);
                thread = system.Call(new StartThread(first.Group, 1UL << first.Number)).Value;
                return Register(system);
            case UnloadEvent:
                Unregister(system);
                system.Call(new StopThread(thread));
                break;
        }

        return ConsumerAnswer.Success;
    }
}
