using DhpConformance.Abstractions;
using DhpConformance.Adapters.Qemu.Machines;
using DhpConformance.Adapters.Qemu.Monitor;

namespace DhpConformance.Adapters.Qemu.Processes;

/// <summary>Why a QEMU did not start, with the remedy.</summary>
internal static class StartProblem
{
    private const int KilledForMemory = 128 + 9;

    // A QEMU that connected and dies closes the connection before its shell ends: moments before on an idle machine,
    // more than half a second before on a busy one.
    private static readonly TimeSpan Aftermath = TimeSpan.FromSeconds(5);

    /// <summary>The message for a process that ended, or stayed silent, before its greeting.</summary>
    /// <param name="machine">The machine.</param>
    /// <param name="program">The name of the program in messages.</param>
    /// <param name="process">The process.</param>
    /// <param name="problem">The problem to report if the process still runs.</param>
    public static ServerFaultException Explain(
        MachineModel machine, string program, QemuProcess process, MonitorException problem)
    {
        var code = process.WaitForExit(problem.Fault == ServerFault.Ended ? Aftermath : TimeSpan.Zero);
        process.Kill();
        var standardError = process.StandardError;
        var lines = standardError.Split('\n');
        var (message, remedy) = code == KilledForMemory || MemoryShortage.IsIn(standardError)
            ? ("", MemoryShortage.Remedy)
            : Remedies(machine).First(row => standardError.Contains(row.Message, StringComparison.OrdinalIgnoreCase));
        var what = code is { } exit
            ? $"ended with {ExitStatus.Describe(exit)} before it answered"
            : problem.Message;
        var cause = lines.Last(line => line.Contains(message, StringComparison.OrdinalIgnoreCase));
        var quotation = cause.Length == 0 ? "" : $", saying \"{cause}\"";
        return new(
            ServerFault.CouldNotStart,
            $"{program} {what}{quotation}; {remedy}.",
            effectUnknown: false,
            evidence: cause == standardError || message.Length > 0 ? null : standardError);
    }

    private static (string Message, string Remedy)[] Remedies(MachineModel machine) =>
    [
        (
            "unsupported machine type",
            $"it has no machine {machine.Name}, so name a {machine.Program} with --qemu-binary, or another --machine"),
        ("permission denied", "run it as a user who may do that"),
        ("could not load pc bios", "install the package seabios, or name a QEMU that has its firmware"),
        ("could not find lpar firmware", "install the package qemu-system-data, or name a QEMU with its firmware"),
        ("invalid smp cpus", "give --spare-slots a smaller number"),
        ("invalid accelerator", "give --accelerator tcg, or name a QEMU that has it with --qemu-binary"),
        ("", $"if it is no QEMU, name a {machine.Program} with --qemu-binary"),
    ];
}
