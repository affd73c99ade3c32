using DhpConformance.Abstractions;

namespace DhpConformance.Adapters.Qemu.Monitor;

/// <summary>QEMU did not answer: its end of the monitor was closed, or it was silent for too long.</summary>
internal sealed class MonitorException(ServerFault fault, string message) : Exception(message)
{
    /// <summary>Ended, DeadlineMissed, or InvalidData.</summary>
    public ServerFault Fault { get; } = fault;
}
