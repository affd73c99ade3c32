using DhpConformance.Abstractions;
using DhpConformance.Model.Consumers;

namespace DhpConformance.Engine.Consumers;

/// <summary>Hot adds, and who is notified of them: at once by callbacks, later by arrivals.</summary>
internal sealed class AdditionSteps(VirtualSystem system, ConsumerRole role)
{
    private const int Insufficient = unchecked((int)0xC000009A);

    private readonly Queue<ConsumerEvent> pending = new();
    private readonly HashSet<(ulong Registration, InterfaceClass Class)> repeatable = [];
    private int modules = 1;

    /// <summary>Arrivals of what is there already come later, to those who asked for them.</summary>
    public void Existing()
    {
        foreach (var (handle, registration) in system.State.Registrations)
        {
            if (role == ConsumerRole.Driver && registration is RegisterInterface { IncludeExisting: true } request)
            {
                var count = request.Class == InterfaceClass.Memory ? modules : system.State.Processors.Length;
                for (var i = 0; i < count; i++)
                {
                    pending.Enqueue(new InterfaceChangeEvent(handle, request.Class, true, DeviceOf(request.Class, i)));
                }

                repeatable.Add((handle, request.Class));
            }
        }
    }

    /// <summary>Adds a processor, and answers whether it was.</summary>
    public bool AddProcessor(AddProcessor step)
    {
        var index = system.State.Processors.Length;
        var callbacks = system.State.Registrations.Where(one => one.Value is RegisterProcessorCallback).ToList();
        var processor = new ProcessorNumber(index, step.Group, step.Number);
        system.Change(state => state with { FailingAllocation = step.FailingAllocation, Starting = processor });
        var status = 0;
        var told = 0;
        foreach (var (handle, _) in callbacks)
        {
            told++;
            status = Tell(handle, ProcessorChangeState.Start, 0)?.Status ?? 0;
            if (status < 0 || system.HasBroken)
            {
                break;
            }
        }

        status = status < 0 || !step.Vetoed ? status : Insufficient;
        if (status < 0 || system.HasBroken)
        {
            foreach (var (handle, _) in callbacks.Take(told))
            {
                Tell(handle, ProcessorChangeState.Failure, status);
            }

            system.Change(state => state with { FailingAllocation = 0, Starting = null });
            return false;
        }

        system.Change(state => state with
        {
            Processors = state.Processors.Add(processor),
            Starting = null,
        });
        system.Note(Happening.ProcessorActivated);
        foreach (var (handle, _) in callbacks)
        {
            Tell(handle, ProcessorChangeState.Complete, 0);
        }

        system.Change(state => state with { FailingAllocation = 0 });
        Announce(InterfaceClass.Processor, DeviceOf(InterfaceClass.Processor, index));
        return true;

        ConsumerAnswer? Tell(ulong handle, ProcessorChangeState state, int why) => system.Notify(
            handle, new ProcessorChangeEvent(handle, state, index, step.Group, step.Number, why));
    }

    /// <summary>Adds memory.</summary>
    public void AddMemory(AddMemory step)
    {
        system.Change(state => state with { Memory = state.Memory + step.Bytes });
        system.Note(Happening.MemoryGrew);
        Announce(InterfaceClass.Memory, DeviceOf(InterfaceClass.Memory, modules++));
    }

    /// <summary>Tells of an interface that was there for the second time, and never for the third.</summary>
    public void Repeat(InterfaceClass wanted)
    {
        Arrive();
        foreach (var (registration, _) in repeatable.Where(one => one.Class == wanted).ToList())
        {
            repeatable.Remove((registration, wanted));
            system.Notify(registration, new InterfaceChangeEvent(registration, wanted, true, DeviceOf(wanted, 0)));
        }
    }

    /// <summary>Tells everybody who asked of an interface that goes.</summary>
    public void Announce(InterfaceClass wanted, bool arrival)
    {
        foreach (var (handle, registration) in system.State.Registrations)
        {
            if (registration is RegisterInterface request && request.Class == wanted)
            {
                system.Notify(handle, role == ConsumerRole.Driver
                    ? new InterfaceChangeEvent(handle, wanted, arrival, DeviceOf(wanted, 0))
                    : new WindowMessageEvent(arrival, IsInterface: true, wanted));
            }
        }
    }

    /// <summary>Delivers the arrivals that are on their way.</summary>
    public void Arrive()
    {
        while (pending.TryDequeue(out var arrival) && !system.HasBroken)
        {
            if (arrival is InterfaceChangeEvent change)
            {
                system.Notify(change.Registration, change);
            }
            else
            {
                system.Deliver(arrival);
            }
        }
    }

    private void Announce(InterfaceClass arrived, string device)
    {
        foreach (var (handle, registration) in system.State.Registrations)
        {
            if (registration is RegisterInterface request && request.Class == arrived)
            {
                pending.Enqueue(role == ConsumerRole.Driver
                    ? new InterfaceChangeEvent(handle, arrived, true, device)
                    : new WindowMessageEvent(Arrival: true, IsInterface: true, arrived));
            }
        }
    }

    private static string DeviceOf(InterfaceClass kind, int number) => $"{Words.Of(kind)}#{number}";
}
