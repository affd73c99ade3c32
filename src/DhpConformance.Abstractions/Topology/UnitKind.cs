using System.Text.Json.Serialization;

namespace DhpConformance.Abstractions;

/// <summary>The three kinds of partition unit. Source: DHP-TOP-07.</summary>
[JsonConverter(typeof(KebabCaseConverter<UnitKind>))]
public enum UnitKind
{
    /// <summary>One or more logical processors that are assigned together.</summary>
    Processor,

    /// <summary>A memory module of a fixed size.</summary>
    MemoryModule,

    /// <summary>An I/O host bridge, with whatever hangs below it.</summary>
    IoHostBridge,
}
