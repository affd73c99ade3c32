using System.Diagnostics;

namespace DhpConformance.Adapters.Qemu.Processes;

/// <summary>Keeps the last lines of what a process writes to standard error, however much that is.</summary>
internal sealed class StandardErrorTail
{
    private const int Kept = 20;

    private readonly Queue<string> lines = new();

    public StandardErrorTail(Process process)
    {
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginErrorReadLine();
    }

    /// <summary>The lines; empty if nothing was written.</summary>
    public string Text()
    {
        lock (lines)
        {
            return string.Join('\n', lines);
        }
    }

    private void Keep(string? line)
    {
        lock (lines)
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                lines.Enqueue(line);
            }

            if (lines.Count > Kept)
            {
                lines.Dequeue();
            }
        }
    }
}
