using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace DhpConformance.Cli;

/// <summary>The program of the package DhpConformance.Campaigns, wherever it was installed.</summary>
internal static class CampaignProcess
{
    /// <summary>The name of the program.</summary>
    public const string Name = "dhp-campaign";

    // SIGTERM, which has this number on every Unix.
    private const int Terminate = 15;

    /// <summary>Runs it with these arguments, on the same terminal, and answers its exit code.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="name">The name of the program.</param>
    /// <exception cref="BadInputException">It is not installed.</exception>
    public static int Run(IReadOnlyList<string> arguments, string name = Name)
    {
        // Tools that were installed to one folder are beside each other; otherwise the search path has it.
        var beside = Path.Combine(
            Path.GetDirectoryName(Environment.ProcessPath) ?? "", name + (OperatingSystem.IsWindows() ? ".exe" : ""));
        var start = new ProcessStartInfo(File.Exists(beside) ? beside : name, arguments) { UseShellExecute = false };
        try
        {
            using var process = Process.Start(start)!;

            // A terminal sends Ctrl+C to both. A job runner sends SIGTERM to this process only.
            using var registration = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal =>
            {
                signal.Cancel = true;
                Signal(process.Id, Terminate);
            });
            process.WaitForExit();
            return process.ExitCode;
        }
        catch (Win32Exception exception)
        {
            throw new BadInputException(
                $"{name} is not installed, which campaigns need; run `dotnet tool install --global "
                + "DhpConformance.Campaigns`.",
                cause: exception);
        }
    }

    private static void Signal(int process, int signal)
    {
        // Windows has no such signal, and never gets here.
        if (!OperatingSystem.IsWindows())
        {
            _ = Kill(process, signal);
        }
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int process, int signal);
}
