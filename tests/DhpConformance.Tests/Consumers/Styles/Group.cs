using DhpConformance.Abstractions;

namespace DhpConformance.Tests.Consumers.Styles;

/// <summary>A service that uses the processors of its group.</summary>
internal sealed class Group : ConsumerStyle
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
