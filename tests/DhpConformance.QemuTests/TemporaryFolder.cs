using System.Diagnostics;

namespace DhpConformance.QemuTests;

/// <summary>A folder of a test, by whose name the processes that it started are known.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("dq-").FullName;

    /// <summary>What is left in it.</summary>
    public string[] Entries => Directory.GetFileSystemEntries(Path);

    /// <summary>Processes that have it on their command line.</summary>
    public int[] Processes() =>
    [
        .. Directory.GetDirectories("/proc")
            .Where(folder => CommandLine(folder).Contains(Path, StringComparison.Ordinal))
            .Select(folder => int.Parse(System.IO.Path.GetFileName(folder))),
    ];

    /// <summary>Makes a shell script in it that can be run; returns its path.</summary>
    public string Program(string script)
    {
        var program = System.IO.Path.Combine(Path, "qemu");
        File.WriteAllText(program, "#!/bin/sh\n" + script + "\n");
        Process.Start("chmod", ["+x", program]).WaitForExit();
        return program;
    }

    /// <summary>Of those, the ones that are QEMU and not its watchdog.</summary>
    public int[] Emulators() => [.. Processes().Where(id => !CommandLine($"/proc/{id}").StartsWith("/bin/sh"))];

    public void Dispose() => Directory.Delete(Path, recursive: true);

    private static string CommandLine(string folder)
    {
        try
        {
            return File.ReadAllText(folder + "/cmdline");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
