using System.Collections.Immutable;
using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Consumers;

/// <summary>Broken in what memory and its addresses demand.</summary>
internal static class MemoryMutants
{
    private const ulong FourGibibytes = 1UL << 32;

    public static ImmutableArray<ReferenceConsumer> All { get; } =
    [
        ReferenceConsumers.Mutant<FailsAboveFourGibibytes>("fails-above-4-gib", "C-MEM-01"),
        ReferenceConsumers.Mutant<ScalesPool>("scales-pool-by-memory", "C-MEM-02"),
        ReferenceConsumers.Mutant<CutsAddress>("cuts-address", "C-MEM-03"),
        ReferenceConsumers.Mutant<FreesTwice>("frees-twice-at-unload", "C-MEM-04"),
    ];

    private sealed class FailsAboveFourGibibytes : DiskDriver
    {
        protected override ConsumerAnswer Load(IOperatingSystem system) =>
            system.Memory() > FourGibibytes ? ConsumerAnswer.Unsuccessful : base.Load(system);
    }

    private sealed class ScalesPool : DiskDriver
    {
        protected override ConsumerAnswer Changed(InterfaceChangeEvent change, IOperatingSystem system)
        {
            if (change is { Class: InterfaceClass.Memory, Arrival: true }
                && system.Allocate(system.Memory() / 4) is { } scratch)
            {
                system.Free(scratch);
            }

            return base.Changed(change, system);
        }
    }

    private sealed class CutsAddress : DiskDriver
    {
        protected override ulong AddressOf(IoEvent request) => (uint)request.Address;
    }

    private sealed class FreesTwice : DiskDriver
    {
        protected override ConsumerAnswer Unload(IOperatingSystem system)
        {
            var buffer = Buffer;
            var answer = base.Unload(system);
            system.Free(buffer);
            return answer;
        }
    }
}
