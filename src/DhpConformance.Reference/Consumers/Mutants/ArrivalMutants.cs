using System.Collections.Immutable;
using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Consumers;

/// <summary>Broken in interface notifications.</summary>
internal static class ArrivalMutants
{
    private const ulong ModuleBytes = 1 << 18;

    public static ImmutableArray<ReferenceConsumer> All { get; } =
    [
        ReferenceConsumers.Mutant<ProcessorsOnly>("registers-for-processors-only", "C-ASY-01"),
        ReferenceConsumers.Mutant<AddsOneModule>("adds-one-module", "C-ASY-02"),
        ReferenceConsumers.Mutant<ShrinksAtRemoval>("shrinks-at-removal", "C-ASY-03"),
        ReferenceConsumers.Mutant<AnswersError>("answers-error-to-arrival", "C-ASY-04"),
        ReferenceConsumers.Mutant<Waits>("waits-in-arrival", "C-ASY-05"),
        ReferenceConsumers.Mutant<GrowsTwice>("grows-twice", "C-ASY-06"),
        ReferenceConsumers.Mutant<FreesContextFirst>("frees-context-first", "C-ASY-07"),
        ReferenceConsumers.Mutant<ForgetsInterfaces>("forgets-interfaces", "C-ASY-08"),
    ];

    private sealed class ProcessorsOnly : DiskDriver
    {
        protected override void RegisterInterfaces(IOperatingSystem system) =>
            Register(InterfaceClass.Processor, system);
    }

    private sealed class AddsOneModule : DiskDriver
    {
        protected override ConsumerAnswer Changed(InterfaceChangeEvent change, IOperatingSystem system)
        {
            if (change is { Class: InterfaceClass.Memory, Arrival: true } && change.Device != "memory#0")
            {
                system.Allocate(ModuleBytes, PoolKind.Pages);
                return ConsumerAnswer.Success;
            }

            return base.Changed(change, system);
        }
    }

    private sealed class ShrinksAtRemoval : DiskDriver
    {
        protected override ConsumerAnswer Changed(InterfaceChangeEvent change, IOperatingSystem system)
        {
            if (!change.Arrival && Buffer != 0)
            {
                system.Free(Buffer);
                Buffer = 0;
            }

            return base.Changed(change, system);
        }
    }

    private sealed class AnswersError : DiskDriver
    {
        protected override ConsumerAnswer Changed(InterfaceChangeEvent change, IOperatingSystem system)
        {
            base.Changed(change, system);
            return change.Class == InterfaceClass.Memory ? ConsumerAnswer.Unsuccessful : ConsumerAnswer.Success;
        }
    }

    private sealed class Waits : DiskDriver
    {
        protected override ConsumerAnswer Changed(InterfaceChangeEvent change, IOperatingSystem system)
        {
            system.Call(new Wait(100));
            return base.Changed(change, system);
        }
    }

    private sealed class GrowsTwice : DiskDriver
    {
        protected override ConsumerAnswer Changed(InterfaceChangeEvent change, IOperatingSystem system)
        {
            if (change.Arrival)
            {
                system.Allocate(ModuleBytes, PoolKind.Pages);
            }

            return base.Changed(change, system);
        }
    }

    private sealed class FreesContextFirst : DiskDriver
    {
        protected override void CloseInterfaces(IOperatingSystem system)
        {
            system.Free(Context);
            Context = 0;
            base.CloseInterfaces(system);
        }
    }

    private sealed class ForgetsInterfaces : DiskDriver
    {
        protected override void CloseInterfaces(IOperatingSystem system)
        {
            // Forgotten; the context stays, since it is still in use.
            Context = 0;
        }
    }
}
