using System.Diagnostics;

namespace DhpConformance.Cli;

/// <summary>
/// This tool once more, as a process of its own: what it loads and what it starts is gone when it ends, and the next
/// one loads what was built meanwhile.
/// </summary>
internal static class OwnProcess
{
    /// <summary>
    /// The file of this tool: an assembly to run with <c>dotnet</c>; or a program, if the tool is a single file.
    /// </summary>
    public static string File { get; } = Path.Combine(AppContext.BaseDirectory, "dhp.dll") is var assembly
        && System.IO.File.Exists(assembly) ? assembly : Environment.ProcessPath ?? "dhp";

    /// <summary>Runs it with these arguments, on the same terminal, and answers its exit code.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="folder">The folder it works in.</param>
    public static int Run(IReadOnlyList<string> arguments, string folder)
    {
        var path = Environment.ProcessPath
            ?? throw new BadInputException("The tool does not know its own file; start it by its path.");
        var start = new ProcessStartInfo(path) { WorkingDirectory = folder, UseShellExecute = false };

        // `dotnet dhp.dll` is a process of dotnet.
        if (Path.GetFileNameWithoutExtension(path).Equals("dotnet", StringComparison.OrdinalIgnoreCase))
        {
            start.ArgumentList.Add(Environment.GetCommandLineArgs()[0]);
        }

        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        process.WaitForExit();
        return process.ExitCode;
    }
}
