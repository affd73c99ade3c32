using System.Collections.Immutable;
using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Consumers;

/// <summary>Broken in the processor callback.</summary>
internal static class CallbackMutants
{
    public static ImmutableArray<ReferenceConsumer> All { get; } =
    [
        ReferenceConsumers.Mutant<IgnoresFailedAllocation>("ignores-failed-allocation", "C-SYN-01"),
        ReferenceConsumers.Mutant<Vetoes>("vetoes-to-be-safe", "C-SYN-02"),
        ReferenceConsumers.Mutant<StatusAtFailure>("status-at-failure", "C-SYN-03"),
        ReferenceConsumers.Mutant<Leaks>("leaks-at-failure", "C-SYN-04"),
        ReferenceConsumers.Mutant<WritesContext>("writes-context", "C-SYN-05"),
        ReferenceConsumers.Mutant<LoadsUnregistered>("loads-unregistered", "C-SYN-06"),
        ReferenceConsumers.Mutant<ForgetsCallback>("forgets-callback", "C-SYN-07"),
        ReferenceConsumers.Mutant<FreesTwice>("frees-twice-at-failure", "C-SYN-09"),
        ReferenceConsumers.Mutant<FreesWithoutStart>("frees-what-start-did-not-allocate", "C-SYN-09"),
    ];

    private sealed class IgnoresFailedAllocation : DiskDriver
    {
        protected override ConsumerAnswer Start(ProcessorChangeEvent change, IOperatingSystem system)
        {
            base.Start(change, system);
            return ConsumerAnswer.Success;
        }
    }

    private sealed class Vetoes : DiskDriver
    {
        protected override ConsumerAnswer Start(ProcessorChangeEvent change, IOperatingSystem system) =>
            Paused ? ConsumerAnswer.Unsuccessful : base.Start(change, system);
    }

    private sealed class StatusAtFailure : DiskDriver
    {
        protected override ConsumerAnswer Failure(ProcessorChangeEvent change, IOperatingSystem system)
        {
            base.Failure(change, system);
            return ConsumerAnswer.Unsuccessful;
        }
    }

    private sealed class Leaks : DiskDriver
    {
        protected override ConsumerAnswer Failure(ProcessorChangeEvent change, IOperatingSystem system)
        {
            Slots.Remove(change.Index);
            return ConsumerAnswer.Success;
        }
    }

    private sealed class WritesContext : DiskDriver
    {
        protected override ConsumerAnswer Complete(ProcessorChangeEvent change, IOperatingSystem system) =>
            base.Complete(change, system) with { ContextChanged = true };
    }

    private sealed class LoadsUnregistered : DiskDriver
    {
        protected override ConsumerAnswer GiveUp(IOperatingSystem system) => ConsumerAnswer.Success;
    }

    private sealed class ForgetsCallback : DiskDriver
    {
        protected override void CloseCallback(IOperatingSystem system)
        {
            // Forgotten.
        }

        // The context stays as well: freeing it while the callback is registered would be the next mistake.
        protected override ConsumerAnswer Unload(IOperatingSystem system)
        {
            Context = 0;
            return base.Unload(system);
        }
    }

    private sealed class FreesTwice : DiskDriver
    {
        protected override ConsumerAnswer Failure(ProcessorChangeEvent change, IOperatingSystem system)
        {
            if (Slots.TryGetValue(change.Index, out var slot))
            {
                system.Free(slot);
            }

            return base.Failure(change, system);
        }
    }

    private sealed class FreesWithoutStart : DiskDriver
    {
        protected override ConsumerAnswer Failure(ProcessorChangeEvent change, IOperatingSystem system)
        {
            system.Free(Slots.GetValueOrDefault(change.Index));
            Slots.Remove(change.Index);
            return ConsumerAnswer.Success;
        }
    }
}
