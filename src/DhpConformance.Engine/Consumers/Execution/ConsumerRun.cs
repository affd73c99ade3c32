using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Model.Consumers;

namespace DhpConformance.Engine.Consumers;

/// <summary>Drives a consumer through one case, from load to unload.</summary>
internal sealed class ConsumerRun
{
    private readonly VirtualSystem system;
    private readonly ConsumerDescription description;
    private readonly DeviceSteps device;
    private readonly AdditionSteps additions;
    private readonly ImmutableArray<StepBeginning>.Builder beginnings =
        ImmutableArray.CreateBuilder<StepBeginning>();

    private bool settled;

    public ConsumerRun(IConsumerUnderTest consumer, ConsumerDescription description, ConsumerMachine machine)
    {
        this.description = description;
        system = new VirtualSystem(consumer, machine.Started());
        additions = new AdditionSteps(system, description.Role);
        device = new DeviceSteps(system);
        system.WhileWaiting = device.GoOn;
    }

    /// <summary>The event that the consumer is handling; null if it handles none.</summary>
    public ConsumerEvent? Current => system.Current;

    /// <summary>Drives it, once, and answers what was seen.</summary>
    /// <exception cref="ConsumerFaultException">It broke the contract, so that nothing can be judged.</exception>
    public ConsumerTrace Drive(ImmutableArray<ConsumerStep> steps)
    {
        system.Note(Happening.SystemStarted);
        if (Load())
        {
            Take(steps);
        }

        return new(description, system.Entries) { Steps = beginnings.ToImmutable() };
    }

    private void Take(ImmutableArray<ConsumerStep> steps)
    {
        foreach (var step in steps)
        {
            if (system.HasBroken)
            {
                return;
            }

            settled &= step is SettleAll;
            beginnings.Add(new(system.Count, system.State));
            Take(step);
        }

        beginnings.Add(new(system.Count, system.State));
        End();
    }

    private bool Load()
    {
        if (system.Deliver(new LoadEvent()) is not { Succeeded: true })
        {
            return false;
        }

        // Registered on a system that had nothing to spare; afterwards it has.
        system.Change(state => state with { FailingRegistration = false });
        additions.Existing();
        return !description.Has(ConsumerTrait.Device) || device.Start();
    }

    private void Take(ConsumerStep step)
    {
        switch (step)
        {
            case AddProcessor it when Fits(it):
                device.RebalanceIsDue |= additions.AddProcessor(it);
                break;
            case RequestRebalance:
                device.RebalanceIsDue = true;
                break;
            case AddMemory it when system.State.SystemPower == SystemPower.S0:
                additions.AddMemory(it);
                break;
            case DeliverArrivals when system.State.SystemPower == SystemPower.S0:
                additions.Arrive();
                break;
            case RepeatArrival it:
                additions.Repeat(it.Class);
                break;
            case AnnounceRemoval it:
                additions.Announce(it.Class, arrival: false);
                break;
            case SendMessage it when description.Role == ConsumerRole.Application:
                system.Deliver(new WindowMessageEvent(it.Arrival, it.IsInterface, InterfaceClass.Other));
                break;
            case RunOn it when system.State.SystemPower == SystemPower.S0:
                Run(Math.Clamp(it.Processor, 0, system.State.Processors.Length - 1));
                break;
            case PassTime it when it.Milliseconds > 0:
                system.Deliver(new TickEvent(it.Milliseconds));
                break;
            case SettleAll when device.IsWorking && !settled:
                Settle();
                break;
            case SettleAll:
                break;
            default:
                device.Take(step);
                break;
        }

        device.RunDpcs();
    }

    private bool Fits(AddProcessor step) =>
        system.State.SystemPower == SystemPower.S0
        && step.Group >= 0 && step.Group < system.State.MaximumGroups && step.Number is >= 0 and < 64
        && system.State.Processors.Length < Math.Min(
            system.State.MaximumProcessors, description.ProcessorLimit ?? int.MaxValue)
        && !system.State.Processors.Any(one => one.Group == step.Group && one.Number == step.Number);

    // A thread may run where its affinity lets it; a process wherever its mask does.
    private void Run(int index)
    {
        var state = system.State;
        var processor = state.Processors[index];
        var may = description.Role == ConsumerRole.Application
            ? processor.Group == 0 && (state.ProcessAffinity >> processor.Number & 1) == 1
            : state.Threads.Values.Any(affinity => SystemState.Covers(affinity, processor));
        if (may)
        {
            system.Deliver(new RunEvent(index), index);
        }
    }

    private void Settle()
    {
        additions.Arrive();
        device.Settle();
        if (!system.HasBroken)
        {
            system.Note(Happening.Settled);
            settled = true;
        }
    }

    private void End()
    {
        device.MakeWork();
        if (!settled)
        {
            Settle();
        }

        if (system.State.Device != DeviceStage.None)
        {
            system.Deliver(new RemoveDeviceEvent());
            device.RunDpcs();
            system.Change(state => state with { Device = DeviceStage.None });
        }

        system.Deliver(new UnloadEvent());
    }
}
