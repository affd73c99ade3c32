using System.Collections.Immutable;
using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Consumers;

/// <summary>Applications that are broken.</summary>
internal static class ApplicationMutants
{
    public static ImmutableArray<ReferenceConsumer> All { get; } =
    [
        ReferenceConsumers.Mutant<ProcessorsOnly>("window-for-processors-only", "C-APP-01"),
        ReferenceConsumers.Mutant<AnyMessage>("acts-on-any-message", "C-APP-02"),
        ReferenceConsumers.Mutant<NextBit>("widens-by-next-bit", "C-APP-03"),
        ReferenceConsumers.Mutant<Doubles>("doubles-buffer", "C-APP-04"),
        ReferenceConsumers.Mutant<LeavesWindowsOpen>("leaves-windows-open", "C-APP-05"),
        ReferenceConsumers.Mutant<Waits>("waits-in-message", "C-APP-06"),
    ];

    private sealed class ProcessorsOnly : Service
    {
        protected override void RegisterWindows(IOperatingSystem system) =>
            RegisterWindow(InterfaceClass.Processor, system);
    }

    private sealed class AnyMessage : Service
    {
        protected override void OnWindowMessage(WindowMessageEvent message, IOperatingSystem system)
        {
            system.Allocate(4096, PoolKind.Pages);
            base.OnWindowMessage(message, system);
        }
    }

    private sealed class NextBit : Service
    {
        protected override void Widen(IOperatingSystem system)
        {
            var mask = system.Call(new QueryProcessAffinity()).Value;
            system.Call(new SetProcessAffinity(mask | (mask << 1) | 1));
        }
    }

    private sealed class Doubles : Service
    {
        private bool loaded;

        protected override void Resize(IOperatingSystem system)
        {
            if (loaded)
            {
                system.Allocate(1 << 20, PoolKind.Pages);
                return;
            }

            loaded = true;
            base.Resize(system);
        }
    }

    private sealed class LeavesWindowsOpen : Service
    {
        protected override void CloseWindows(IOperatingSystem system)
        {
            // Left open.
        }
    }

    private sealed class Waits : Service
    {
        protected override void OnWindowMessage(WindowMessageEvent message, IOperatingSystem system)
        {
            system.Call(new Wait(1000));
            base.OnWindowMessage(message, system);
        }
    }
}
