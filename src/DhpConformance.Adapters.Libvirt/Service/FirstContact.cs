using DhpConformance.Abstractions;
using DhpConformance.Adapters.Libvirt.Virsh;

namespace DhpConformance.Adapters.Libvirt.Service;

/// <summary>The first look at a libvirt, which also removes what earlier adapters have left there.</summary>
internal static class FirstContact
{
    /// <summary>Returns the versions of libvirt and its QEMU.</summary>
    /// <exception cref="ServerFaultException">It cannot be used; the message says what to do.</exception>
    public static string Make(VirshProgram virsh, LibvirtOptions options)
    {
        try
        {
            var answer = virsh.Try(["version"]);
            if (!answer.Succeeded)
            {
                throw ConnectionProblem.Explain(options, answer);
            }

            DomainRemoval.RemoveAbandoned(virsh, options);
            return string.Join(
                ", ",
                answer.Output.Split('\n')
                    .Where(line => line.StartsWith("Using library", StringComparison.Ordinal)
                        || line.StartsWith("Running hypervisor", StringComparison.Ordinal))
                    .Select(line => line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim()));
        }
        catch (VirshException problem)
        {
            throw new ServerFaultException(
                ServerFault.CouldNotStart,
                $"libvirt at {options.Connection} {problem.Message} when it was first asked; look at it with 'virsh -c "
                    + $"{options.Connection} list --all'.",
                effectUnknown: false,
                evidence: virsh.Transcript,
                innerException: problem);
        }
    }
}
