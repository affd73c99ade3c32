using DhpConformance.Abstractions;
using DhpConformance.Adapters.Qemu.Machines;

namespace DhpConformance.Adapters.Qemu.Processes;

/// <summary>Why a QEMU did not start, with the remedy.</summary>
internal static class StartProblem
{
    private const int KilledForMemory = 128 + 9;

    private static readonly (string Fragment, string Remedy)[] Remedies =
    [
        ("unsupported machine type", "install one that has the machine, or name another with --qemu-binary"),
        ("permission denied", "run as a user who may do that, or set TMPDIR to a folder of your own"),
        ("could not load pc bios", "install the package seabios, or name a QEMU that has its firmware"),
        ("could not find lpar firmware", "install the package qemu-system-data, or name a QEMU with its firmware"),
        ("invalid smp cpus", "give --spare-slots a smaller number"),
        ("invalid accelerator", "name a QEMU that has TCG with --qemu-binary"),
    ];

    // One that has connected and dies closes the connection some time before the shell around it has ended.
    private static readonly TimeSpan Aftermath = TimeSpan.FromSeconds(0.5);

    /// <summary>What to tell of a process that ended, or was silent, before its first word.</summary>
    /// <param name="machine">The machine.</param>
    /// <param name="process">The process.</param>
    /// <param name="problem">What to say of it if it still runs.</param>
    public static ServerFaultException Explain(MachineModel machine, QemuProcess process, string problem)
    {
        var code = process.WaitForExit(Aftermath);
        process.Kill();
        var said = process.StandardError;
        var remedy = WantOfMemory.IsIn(said) || code == KilledForMemory ? WantOfMemory.Remedy : Remedies
            .Where(row => said.Contains(row.Fragment, StringComparison.OrdinalIgnoreCase))
            .Select(row => row.Remedy)
            .FirstOrDefault() ?? "see its standard error";
        var what = code is { } exit
            ? $"ended with {ExitStatus.Describe(exit)} before it could be spoken to"
            : problem;
        var last = said.Split('\n')[^1];
        var words = last.Length == 0 ? "" : $", saying \"{last}\"";
        return new(
            ServerFault.CouldNotStart,
            $"{machine.Program} {what}{words}; {remedy}.",
            effectUnknown: false,
            evidence: said == last ? null : said);
    }
}
