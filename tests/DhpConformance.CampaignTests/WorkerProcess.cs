using System.Diagnostics;
using DhpConformance.Tests;

namespace DhpConformance.CampaignTests;

/// <summary>A worker as a process of its own, which can be killed and stopped.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private readonly Process process;

    public WorkerProcess(string connection, string folder)
    {
        process = Process.Start(new ProcessStartInfo(
            "dotnet",
            [
                BuiltProgram.PathOf("DhpConformance.Campaigns", "dhp-campaign.dll"), "worker", "--cluster", connection,
                "--name", "night", "--threads", "1",
            ])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        Output = process.StandardOutput.ReadToEndAsync();
        Error = process.StandardError.ReadToEndAsync();
    }

    public Task<string> Output { get; }

    public Task<string> Error { get; }

    /// <summary>Sends it a signal, by its name without SIG.</summary>
    public void Signal(string name)
    {
        using var kill = Process.Start("/bin/kill", ["-s", name, $"{process.Id}"]);
        kill.WaitForExit();
    }

    /// <summary>Waits until it has ended, and gives its exit code.</summary>
    public int Wait()
    {
        Assert.True(process.WaitForExit(TimeSpan.FromMinutes(1)), "It does not end.");
        return process.ExitCode;
    }

    public void Dispose()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
    }
}
