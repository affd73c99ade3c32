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

    /// <summary>The name of QEMU in messages: the named program, or the one that Debian installs.</summary>
    public static string NameOf(MachineModel machine, QemuOptions options) => options.Binary ?? machine.Program;

    /// <exception cref="ServerFaultException">It is not there; the message says how to get it.</exception>
    public static string Require(MachineModel machine, QemuOptions options)
    {
        var path = Find(NameOf(machine, options));
        return path is not null && MayBeRun(path) ? path : throw new ServerFaultException(
            ServerFault.CouldNotStart,
            options.Binary is { } named
                ? $"The program '{named}' {WhatIsWrong(named, path)}; give --qemu-binary the path of {machine.Program}."
                : $"{machine.Program} was not found; run 'apt-get install --no-install-recommends {machine.Package}', "
                    + "or name a program with --qemu-binary.",
            effectUnknown: false);
    }

    private static string WhatIsWrong(string named, string? path) =>
        path is not null ? "is not executable" : Directory.Exists(named) ? "is a folder" : "was not found";

    private static bool MayBeRun(string path)
    {
        const UnixFileMode Anybody = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        return OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & Anybody) != 0;
    }
}
