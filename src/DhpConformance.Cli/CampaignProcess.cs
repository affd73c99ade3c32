using System.ComponentModel;
using System.Diagnostics;

namespace DhpConformance.Cli;

/// <summary>The program of the package DhpConformance.Campaigns, wherever it was installed.</summary>
internal static class CampaignProcess
{
    /// <summary>The name of the program.</summary>
    public const string Name = "dhp-campaign";

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
}
