using DhpConformance.Abstractions;

namespace DhpConformance.Tests.Consumers.Styles;

/// <summary>Has a thread for each processor, and a least number of them.</summary>
internal sealed class Pool : ConsumerStyle
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
