using DhpConformance.Abstractions;
using DhpConformance.Adapters.Libvirt.Virsh;

namespace DhpConformance.Adapters.Libvirt.Service;

/// <summary>
/// The message about a partition whose domain ended by itself, or about a libvirt that does not answer: the partition,
/// the request, and whether the other partitions run.
/// </summary>
internal static class DomainDeath
{
    public static ServerFaultException Report(
        ServiceProcessor service, VirshProgram virsh, string request, VirshException problem)
    {
        var transcript = virsh.Transcript;
        var running = service.Partitions.Where(partition => partition.IsRunning).ToList();
        var ends = new List<string>();
        var logs = new List<string>();
        try
        {
            foreach (var partition in running)
            {
                if (State(virsh, partition) is var state && !IsActive(state))
                {
                    var log = DomainRemoval.LogOf(partition.Domain);
                    ends.Add($"{partition.Id} is {state}{LastWords(log)}");
                    logs.Add(log);
                }
            }
        }
        catch (Exception silence) when (silence is VirshException or ServerFaultException)
        {
            return new(
                problem.Fault, $"libvirt {problem.Message} during {request}, and answers no more.",
                evidence: transcript, innerException: problem);
        }

        var others = running.Count - ends.Count;
        var rest = others == 0 ? "" : $" Other domains that run: {others}.";
        return new(
            ends.Count > 0 ? ServerFault.Ended : problem.Fault,
            ends.Count > 0
                ? $"The domain of a partition ended during {request}: {string.Join(", ", ends)}.{rest}"
                : $"libvirt {problem.Message} during {request}.{rest}",
            evidence: string.Join('\n', [transcript, .. logs]),
            innerException: problem);
    }

    /// <summary>Whether the domain of a partition has a QEMU.</summary>
    public static bool IsActive(VirshProgram virsh, PartitionRecord partition) =>
        IsActive(State(virsh, partition));

    private static string LastWords(string log) =>
        log.Split('\n').FirstOrDefault(line => line.StartsWith("ERROR:", StringComparison.Ordinal)) is { } words
            ? $", and its QEMU said \"{words}\""
            : "";

    // As in "shut off (crashed)". A domain that is asked for and is not there has been taken away.
    private static string State(VirshProgram virsh, PartitionRecord partition)
    {
        var answer = virsh.Try(["domstate", "--reason", partition.Domain]);
        return answer.Succeeded ? answer.Output.Trim() : $"gone ({answer.Reason})";
    }

    private static bool IsActive(string state) =>
        state.StartsWith("paused", StringComparison.Ordinal) || state.StartsWith("running", StringComparison.Ordinal);
}
