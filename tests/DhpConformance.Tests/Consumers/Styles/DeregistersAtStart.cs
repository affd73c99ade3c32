using DhpConformance.Abstractions;

namespace DhpConformance.Tests.Consumers.Styles;

/// <summary>Closes its registration in the callback.</summary>
internal sealed class DeregistersAtStart : ConsumerStyle
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
