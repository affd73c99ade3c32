using DhpConformance.Abstractions;
using DhpConformance.Adapters.Qemu.Machines;

namespace DhpConformance.Adapters.Qemu.Processes;

/// <summary>Where the program is that emulates a machine.</summary>
internal static class ProgramPath
{
    /// <summary>Its path; null if it is not there.</summary>
    public static string? Find(string program)
    {
        if (program.Contains('/', StringComparison.Ordinal))
        {
            return File.Exists(program) ? program : null;
        }

        return (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, program))
            .FirstOrDefault(File.Exists);
    }

    /// <exception cref="ServerFaultException">It is not there; the message says how to get it.</exception>
    public static string Require(MachineModel machine, QemuOptions options) =>
        Find(options.Binary ?? machine.Program) ?? throw new ServerFaultException(
            ServerFault.CouldNotStart,
            options.Binary is { } named
                ? $"The program '{named}' was not found; give --qemu-binary the path of {machine.Program}."
                : $"{machine.Program} was not found; run 'apt-get install --no-install-recommends {machine.Package}', "
                    + "or name a program with --qemu-binary.",
            effectUnknown: false);
}
