using System.Diagnostics;

namespace DhpConformance.Tests.Cli;

/// <summary>
/// The tool as a process of its own, for what only a process does: signals, children, output that is full.
/// </summary>
internal sealed class ToolProcess : IDisposable
{
    private readonly Process process;
    private readonly Task<string> output;
    private readonly Task<string> error;

    /// <param name="folder">Where it runs.</param>
    /// <param name="redirection">What a shell is told about its output, such as <c>&gt; /dev/full</c>.</param>
    /// <param name="variables">Environment variables besides those that there are.</param>
    /// <param name="arguments">What it is asked.</param>
    public ToolProcess(
        string folder, string redirection, IReadOnlyDictionary<string, string> variables, params string[] arguments)
    {
        var command = $"exec \"$@\" {redirection}";
        var start = new ProcessStartInfo("/bin/sh", ["-c", command, "sh", "dotnet", BuiltProgram.Tool, .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        process = Process.Start(start)!;
        output = process.StandardOutput.ReadToEndAsync();
        error = process.StandardError.ReadToEndAsync();
    }

    public int Id => process.Id;

    public bool HasEnded => process.HasExited;

    public string Output => output.Result;

    public string Error => error.Result;

    /// <summary>Waits until it has ended, and gives its exit code.</summary>
    public int Wait()
    {
        Assert.True(process.WaitForExit(TimeSpan.FromMinutes(2)), "it does not end");
        return process.ExitCode;
    }

    /// <summary>Sends it a signal, by its name without SIG.</summary>
    public void Signal(string name)
    {
        using var kill = Process.Start("/bin/kill", ["-s", name, $"{process.Id}"]);
        kill.WaitForExit();
    }

    public void Dispose()
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
    }
}
