using System.ComponentModel;
using System.Diagnostics;

namespace DhpConformance.Adapters.Qemu.Processes;

/// <summary>One QEMU under its <see cref="Watchdog"/>.</summary>
internal sealed class QemuProcess : IDisposable
{
    private static readonly TimeSpan Aftermath = TimeSpan.FromSeconds(5);

    private readonly Process process;
    private readonly StandardErrorTail standardError;

    private QemuProcess(Process process)
    {
        this.process = process;
        standardError = new StandardErrorTail(process);
    }

    /// <summary>The end of what it wrote to standard error.</summary>
    public string StandardError => standardError.Text();

    public bool HasExited => process.HasExited;

    /// <param name="folder">Removed when the process has ended, however it ends.</param>
    /// <param name="program">The path of QEMU.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <exception cref="Win32Exception">There is no shell.</exception>
    public static QemuProcess Start(string folder, string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("/bin/sh", ["-c", Watchdog.Script, "sh", folder, program, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        return new QemuProcess(Process.Start(start)!);
    }

    /// <summary>Waits for the end and returns the exit code; null if the process has not ended in this time.</summary>
    public int? WaitForExit(TimeSpan patience)
    {
        if (!process.WaitForExit(patience))
        {
            return null;
        }

        // Without a timeout, WaitForExit also waits until standard error has been read to its end.
        process.WaitForExit();
        return process.ExitCode;
    }

    /// <summary>Kills it, if it has not ended.</summary>
    public int? Kill()
    {
        try
        {
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended by itself in the same moment.
        }

        return WaitForExit(Aftermath);
    }

    public void Dispose()
    {
        Kill();
        process.Dispose();
    }
}
