namespace DhpConformance.Abstractions;

/// <summary>The calls to the operating system, for those who write a consumer in .NET.</summary>
public static class SystemCalls
{
    /// <summary>How many processors are active.</summary>
    public static int ActiveCount(this IOperatingSystem system) => (int)Value(system, new QueryActiveCount());

    /// <summary>Which processors of a group are active.</summary>
    public static ulong Affinity(this IOperatingSystem system, int group) => Value(system, new QueryAffinity(group));

    /// <summary>How many processors there can ever be.</summary>
    public static int MaximumCount(this IOperatingSystem system) => (int)Value(system, new QueryMaximumCount());

    /// <summary>Group and number of the processor with this index.</summary>
    public static ProcessorNumber Locate(this IOperatingSystem system, int index)
    {
        var place = (int)Value(system, new LocateProcessor(index));
        return new(index, place / 64, place % 64);
    }

    /// <summary>The index of the processor that the event is handled on.</summary>
    public static int Current(this IOperatingSystem system) => (int)Value(system, new CurrentProcessor());

    /// <summary>How much physical memory there is, in bytes.</summary>
    public static ulong Memory(this IOperatingSystem system) => Value(system, new QueryMemory());

    /// <summary>Allocates memory; null if there is not so much.</summary>
    public static ulong? Allocate(this IOperatingSystem system, ulong bytes, PoolKind pool = PoolKind.Nonpaged) =>
        system.Call(new Allocate(bytes, pool)) is { Succeeded: true, Value: var handle and > 0 } ? handle : null;

    /// <summary>Gives memory back.</summary>
    public static void Free(this IOperatingSystem system, ulong allocation) => system.Call(new Free(allocation));

    /// <summary>Reads or writes memory.</summary>
    /// <exception cref="InvalidOperationException">There is none at that place.</exception>
    public static void Touch(this IOperatingSystem system, ulong allocation, ulong offset = 0)
    {
        if (!system.Call(new Touch(allocation, offset)).Succeeded)
        {
            throw new InvalidOperationException(
                $"There is no memory at offset {offset} of allocation {allocation}: an access violation.");
        }
    }

    private static ulong Value(IOperatingSystem system, SystemCall call) => system.Call(call).Value;
}
