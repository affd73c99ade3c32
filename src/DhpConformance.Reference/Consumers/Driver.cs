using DhpConformance.Abstractions;

namespace DhpConformance.Reference;

/// <summary>A registered driver, and how it answers: as its script says.</summary>
internal sealed class Driver(ConsumerId id, DriverScript script)
{
    public ConsumerId Id { get; } = id;

    public DriverScript Script { get; } = script;

    /// <summary>The device it drives; null if it has none.</summary>
    public Device? Device { get; } = script.Device is { } device ? new Device(id, device) : null;

    /// <summary>
    /// Logical processors offered to the drivers of the partition since this one was registered. One that another
    /// driver vetoed before this one was called counts too: in which order they are called must decide nothing.
    /// </summary>
    public int Offered { get; set; }

    /// <summary>Whether it answers Start with an error for this many-th logical processor offered.</summary>
    public bool Vetoes(int offer) => Script.Synchronous && Script.VetoesStart == offer;

    /// <summary>Whether it is notified when a unit of this kind arrives.</summary>
    public bool ListensFor(UnitKind kind) => kind switch
    {
        UnitKind.Processor => Script.ProcessorArrivals,
        UnitKind.MemoryModule => Script.MemoryArrivals,
        _ => false,
    };
}
