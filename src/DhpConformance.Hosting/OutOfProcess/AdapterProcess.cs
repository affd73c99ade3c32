using System.ComponentModel;
using System.Diagnostics;
using System.IO.Pipes;
using DhpConformance.Hosting.Transports;

namespace DhpConformance.Hosting.OutOfProcess;

/// <summary>An adapter that is a child process, spoken to over its standard input and output.</summary>
internal sealed class AdapterProcess : IAdapterLink
{
    // What a killed process still holds is given back within this time, or not at all.
    private static readonly TimeSpan Aftermath = TimeSpan.FromSeconds(2);

    // What a process has written before it ended can be read at once; this is for a machine that is busy.
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(0.5);

    private readonly Process process;
    private readonly OutlivingProcesses outliving;
    private readonly StandardErrorTail standardError;
    private readonly CancellationTokenRegistration abandonment;
    private readonly CancellationTokenSource ended = new();
    private readonly bool inherits;

    private AdapterProcess(
        CommandLine command, Process process, OutlivingProcesses outliving, bool inherits, CancellationToken abandoned)
    {
        Name = command.Text;
        this.process = process;
        this.outliving = outliving;
        this.inherits = inherits;
        process.EnableRaisingEvents = true;
        process.Exited += (_, _) => End(ended);
        standardError = new StandardErrorTail(process.StandardError.BaseStream);
        Wire = WireTo(process.StandardOutput.BaseStream, process.StandardInput.BaseStream);
        abandonment = abandoned.Register(() =>
        {
            KillTree();
            KillRest();
        });
    }

    public string Name { get; }

    public ITransport Wire { get; }

    public bool HasEnded => process.HasExited;

    public CancellationToken Ended => ended.Token;

    public string WhereItLogs => standardError.Text() is null
        ? "It wrote nothing to standard error."
        : "The end of what it wrote to standard error is shown with this.";

    public string HowItIsGivenUp => "was ended";

    /// <summary>The process, while it has not been disposed of.</summary>
    public int Id => process.Id;

    /// <exception cref="HostingException">There is no such command, or it cannot be run.</exception>
    /// <param name="command">What to run.</param>
    /// <param name="abandoned">Kills it when this is cancelled.</param>
    public static AdapterProcess Start(CommandLine command, CancellationToken abandoned = default) =>
        Start(command, inherits: false, abandoned);

    /// <exception cref="HostingException">There is no such command, or it cannot be run.</exception>
    /// <param name="command">What to run.</param>
    /// <param name="inherits">Whether this process inherits what adapters leave behind.</param>
    /// <param name="abandoned">Kills it when this is cancelled.</param>
    public static AdapterProcess Start(CommandLine command, bool inherits, CancellationToken abandoned)
    {
        inherits = inherits && StrayProcesses.Inherit();

        var start = new ProcessStartInfo(command.Command, command.Arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        var outliving = new OutlivingProcesses();
        outliving.Mark(start);
        try
        {
            return new AdapterProcess(command, Process.Start(start)!, outliving, inherits, abandoned);
        }
        catch (Win32Exception problem)
        {
            throw StartProblem.Explain(command, problem);
        }
    }

    public string HowItEnded(string closed, TimeSpan patience)
    {
        if (!process.WaitForExit(patience))
        {
            return $"closed its standard {closed}, though it still runs,";
        }

        // Whoever holds the log open would be waited for, and has nothing to do with the end that is reported.
        KillRest();
        standardError.WaitForEnd(Aftermath);
        return $"ended with {ExitStatus.Describe(process.ExitCode)}";
    }

    public string? Kill(TimeSpan patience)
    {
        if (patience > TimeSpan.Zero)
        {
            Wire.EndOutput();
            process.WaitForExit(patience);
        }

        KillTree();
        KillRest();
        standardError.WaitForEnd(Aftermath);
        return standardError.Text();
    }

    public IEnumerable<HostingException> End(TimeSpan patience)
    {
        Wire.EndOutput();
        var ended = process.WaitForExit(patience);
        KillTree();
        var left = KillRest();
        return Notes.AtTheEnd(Name, ended, left, patience, standardError);
    }

    public void Dispose()
    {
        abandonment.Dispose();
        KillTree();
        Wire.Dispose();
        process.Dispose();
        ended.Dispose();
    }

    // The end is reported on another thread, which may come late.
    private static void End(CancellationTokenSource ended)
    {
        try
        {
            ended.CancelAfter(Rest);
        }
        catch (ObjectDisposedException)
        {
            // Nobody waits for it any more.
        }
    }

    private int KillRest() => outliving.Kill() + (inherits ? StrayProcesses.Kill() : 0);

    private static ITransport WireTo(Stream output, Stream input) =>
        !OperatingSystem.IsWindows() && (output, input) is (PipeStream from, PipeStream to)
            ? new PolledPipe(from, to)
            : new AwaitedStreams(output, input);

    private void KillTree()
    {
        try
        {
            // Also when it has ended: on Windows its children can be found all the same.
            process.Kill(entireProcessTree: true);
            if (process.WaitForExit(Aftermath))
            {
                RuntimeSockets.RemoveOf(process.Id);
            }
        }
        catch (Exception problem) when (problem is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It ended by itself in the same moment, or runs for another user: there is nothing more to be done.
        }
    }
}
