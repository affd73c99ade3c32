using DhpConformance.Abstractions;
using DhpConformance.Adapters.Qemu.Monitor;

namespace DhpConformance.Adapters.Qemu.Service;

/// <summary>
/// The message about a partition whose QEMU ended or does not answer: the partition, the signal, the request, and
/// whether the other partitions answer.
/// </summary>
internal static class PartitionDeath
{
    public static ServerFaultException Report(ServiceProcessor service, string request, MonitorException problem)
    {
        var running = service.Partitions.Where(partition => partition.Running is not null).ToList();
        var silent = running.Where(partition => !partition.Running!.Answers()).ToList();
        var names = silent.Count == 0 ? "a partition" : string.Join(", ", silent.Select(partition => partition.Id));
        var hasEnded = problem.Fault == ServerFault.Ended;
        var ends = silent.Select(partition => $"{partition.Id} {partition.Running!.KillAndDescribe(hasEnded)}");
        var others = running.Count == silent.Count ? "" : running.Count - silent.Count == 1
            ? " The other running partition still answers."
            : $" The {running.Count - silent.Count} other running partitions still answer.";
        return new(
            problem.Fault,
            $"QEMU of {names} {problem.Message} during {request}: {string.Join("; ", ends)}.{others}",
            evidence: string.Join('\n', (silent.Count == 0 ? running : silent).Select(one => one.Running!.Evidence)),
            innerException: problem);
    }
}
