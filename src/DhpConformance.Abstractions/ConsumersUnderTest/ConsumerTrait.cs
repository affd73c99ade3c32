using System.Text.Json.Serialization;

namespace DhpConformance.Abstractions;

/// <summary>
/// What a consumer under test says that it does. Duties that hang on it are judged only if it says so.
/// </summary>
[JsonConverter(typeof(KebabCaseConverter<ConsumerTrait>))]
public enum ConsumerTrait
{
    /// <summary>It has data for each processor, and looks it up by the processor that it runs on.</summary>
    PerProcessorData,

    /// <summary>That data is allocated for the maximum number at load, so that nothing is to be done later.</summary>
    PreallocatesMaximum,

    /// <summary>It keeps a copy of the number of processors, or of their masks.</summary>
    SavesProcessorCount,

    /// <summary>It has a thread, a DPC or an interrupt for each processor, and puts it there.</summary>
    TargetsProcessors,

    /// <summary>The more processors there are, the more memory or threads it keeps.</summary>
    ScalesByProcessors,

    /// <summary>It sizes buffers by the amount of physical memory.</summary>
    SizedByMemory,

    /// <summary>
    /// It drives a device: it is started, stopped for a rebalance and put to sleep, and is given I/O.
    /// </summary>
    Device,

    /// <summary>It connects an interrupt with the processors that the start of its device names.</summary>
    Interrupts,

    /// <summary>It transfers by DMA, to the addresses that come with its I/O.</summary>
    Dma,

    /// <summary>Its device holds a paging, hibernation or dump file, so that it must not be stopped.</summary>
    PagingPath,
}
