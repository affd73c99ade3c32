using DhpConformance.Abstractions;
using DhpConformance.Reporting.Text;

namespace DhpConformance.Reporting.Diagrams;

/// <summary>The few words that stand in pictures and tables.</summary>
internal static class PictureWords
{
    /// <summary>Reads like <c>I/O host bridge</c>.</summary>
    public static string Kind(UnitKind kind) => kind == UnitKind.IoHostBridge ? "I/O host bridge" : Words.Of(kind);

    /// <summary>Reads like <c>2 LP</c> or <c>1 GiB</c>; a bridge has no capacity.</summary>
    public static string Capacity(PartitionUnit unit) => Capacity(unit.Kind, unit.Capacity);

    /// <summary>The same of units of one kind with this capacity together.</summary>
    public static string Capacity(UnitKind kind, long capacity) => kind switch
    {
        UnitKind.Processor => $"{Amount.Short(capacity)} LP",
        UnitKind.MemoryModule => Amount.Bytes(capacity),
        _ => "",
    };

    /// <summary>Reads like <c>1 processor</c> or <c>40 memory modules</c>.</summary>
    public static string Several(UnitKind kind, int count) => Amount.Of(count, Kind(kind));

    /// <summary>What a partition shows: <c>4 LP · 2 GiB</c>, and who listens there.</summary>
    public static string Shown(DiagramPartition partition) => partition.State == RunState.Running
        ? $"{Amount.Short(partition.ActiveProcessors)} LP · {Amount.Bytes(partition.Memory)}"
            + (partition.Consumers.Length > 0 ? $" · {partition.Consumers}" : "")
        : "shows nothing";

    /// <summary>The sign of a run state.</summary>
    public static string Sign(RunState state) => state switch
    {
        RunState.Running => "▶",
        RunState.Crashed => "✕",
        _ => "■",
    };

    /// <summary>A text that fits into so many letters.</summary>
    public static string Fitting(string text, int letters) =>
        text.Length <= letters ? text : letters < 2 ? "" : text[..(letters - 1)] + "…";
}
