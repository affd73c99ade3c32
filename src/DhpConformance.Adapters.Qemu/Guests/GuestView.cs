using System.Globalization;
using DhpConformance.Abstractions;
using DhpConformance.Adapters.Qemu.Monitor;

namespace DhpConformance.Adapters.Qemu.Guests;

/// <summary>What an operating system sees from inside.</summary>
/// <param name="Processors">Processors that it uses, the boot processor included.</param>
/// <param name="MemoryBytes">Memory that it uses in whole blocks, the memory of the boot included.</param>
internal readonly record struct GuestView(int Processors, long MemoryBytes)
{
    /// <summary>What it should see once it has taken a unit.</summary>
    public GuestView With(PartitionUnit unit) => unit.Kind == UnitKind.Processor
        ? this with { Processors = Processors + 1 }
        : this with { MemoryBytes = MemoryBytes + unit.Capacity };

    /// <summary>
    /// Reads what the agent says: <c>processors blocks bytes-of-a-block</c>, the last as the kernel has it.
    /// </summary>
    public static GuestView Read(string line)
    {
        var words = line.Split(' ');
        return words.Length == 3
            && int.TryParse(words[0], NumberStyles.None, CultureInfo.InvariantCulture, out var processors)
            && int.TryParse(words[1], NumberStyles.None, CultureInfo.InvariantCulture, out var blocks)
            && long.TryParse(words[2], NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var size)
            ? new(processors, blocks * size)
            : throw new MonitorException(ServerFault.InvalidData, $"had an agent that said '{line}'");
    }
}
