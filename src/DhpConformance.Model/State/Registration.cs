using System.Collections.Immutable;
using DhpConformance.Abstractions;

namespace DhpConformance.Model.State;

/// <summary>A registered driver or application, as far as answers and counts depend on it.</summary>
/// <param name="Id">The consumer.</param>
/// <param name="Partition">The place of its partition.</param>
/// <param name="Driver">The script of a driver; null for an application.</param>
/// <param name="Application">The script of an application; null for a driver.</param>
public sealed record Registration(
    ConsumerId Id, int Partition, DriverScript? Driver, ApplicationScript? Application)
{
    /// <summary>Logical processors offered to the drivers of the partition since it was registered.</summary>
    public int Offered { get; init; }

    /// <summary>I/O requests handed to its device so far.</summary>
    public int Requests { get; init; }

    /// <summary>Those of them that were handed over since the server last settled.</summary>
    public int UnsettledRequests { get; init; }

    /// <summary>Whether an arrival was caused for it since the server last settled.</summary>
    public bool AwaitsArrivals { get; init; }

    /// <summary>Whether a rebalance in which its device takes part was caused since the server last settled.</summary>
    public bool AwaitsRebalance { get; init; }

    /// <summary>The active masks at its registration; default if nobody had looked.</summary>
    public ImmutableArray<ulong> MasksAtRegistration { get; init; }

    /// <summary>The affinity of an application as first observed; default while nobody has looked.</summary>
    public ImmutableArray<ulong> Affinity { get; init; }

    /// <summary>
    /// Whether nobody had looked at the active masks before processors were added, which may have given the others new
    /// numbers (decision G-95): then nobody knows of what the affinity of an application is made.
    /// </summary>
    public bool IsRenumberedUnseen { get; init; }

    /// <summary>
    /// Whether a whole group was hot removed that may have been all the affinity of an application: nobody had looked.
    /// </summary>
    public bool MayHaveLostAll { get; init; }

    /// <summary>The device of a driver; null if it has none.</summary>
    public DeviceScript? Device => Driver?.Device;

    /// <summary>Whether it is called around each processor that is added.</summary>
    public bool IsSynchronous => Driver is { Synchronous: true };

    /// <summary>Whether it registered for arrivals of this kind of unit.</summary>
    public bool Hears(UnitKind kind) => kind switch
    {
        UnitKind.Processor => Driver?.ProcessorArrivals ?? Application!.ProcessorArrivals,
        UnitKind.MemoryModule => Driver?.MemoryArrivals ?? Application!.MemoryArrivals,
        _ => false,
    };

    /// <summary>Reads like <c>driver c3</c>.</summary>
    public override string ToString() => $"{(Driver is null ? "application" : "driver")} {Id}";
}
