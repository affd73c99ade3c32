using DhpConformance.Abstractions;

namespace DhpConformance.Adapters.Libvirt.Virsh;

/// <summary>A domain or libvirt ended or was silent for too long; what was under way may have had an effect.</summary>
/// <param name="fault">Ended, DeadlineMissed, InvalidData or Reported.</param>
/// <param name="message">A predicate: what it did.</param>
internal sealed class VirshException(ServerFault fault, string message) : Exception(message)
{
    /// <summary>How it broke.</summary>
    public ServerFault Fault { get; } = fault;
}
