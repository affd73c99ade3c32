using System.ComponentModel;
using System.Diagnostics;
using DhpConformance.Abstractions;
using DhpConformance.Adapters.Qemu.Guests;
using DhpConformance.Adapters.Qemu.Machines;
using DhpConformance.Adapters.Qemu.Monitor;
using DhpConformance.Adapters.Qemu.Processes;

namespace DhpConformance.Adapters.Qemu.Partitions;

/// <summary>A partition that runs: one QEMU process, into which units are plugged.</summary>
internal sealed partial class RunningPartition : IDisposable
{
    private readonly MachineModel machine;
    private readonly QemuOptions options;
    private readonly QemuProcess process;
    private readonly QmpMonitor monitor;
    private readonly GuestAgent? guest;

    private RunningPartition(
        PartitionId id, MachineModel machine, PartitionCapacity room, QemuOptions options, QemuProcess process,
        QmpMonitor monitor, GuestAgent? guest, QemuVersion version)
    {
        Id = id;
        Room = room;
        Version = version;
        this.machine = machine;
        this.options = options;
        this.process = process;
        this.monitor = monitor;
        this.guest = guest;
    }

    public PartitionId Id { get; }

    /// <summary>The reserved capacity.</summary>
    public PartitionCapacity Room { get; }

    public QemuVersion Version { get; }

    /// <summary>Starts a machine, which executes nothing yet.</summary>
    /// <param name="id">The partition.</param>
    /// <param name="machine">The machine.</param>
    /// <param name="room">Room for units.</param>
    /// <param name="options">Which QEMU.</param>
    /// <param name="modules">Memory modules that it has from the first moment on.</param>
    /// <exception cref="ServerFaultException">It cannot be started; the message says what to do.</exception>
    public static RunningPartition Start(
        PartitionId id, MachineModel machine, PartitionCapacity room, QemuOptions options,
        params IEnumerable<PartitionUnit> modules)
    {
        var program = ProgramPath.Require(machine, options);
        var arguments = CommandLine.Of(machine, room, options, modules);
        var script = QmpScript.Begin(options, id, program, arguments);
        using var listener = new QmpListener(options.Folder);
        var begun = Stopwatch.GetTimestamp();
        var process = Launch(listener, program, [.. arguments, .. CommandLine.Connections(machine, listener.Address)]);
        try
        {
            var monitor = new QmpMonitor(AcceptConnection(), script);
            var agent = machine.HasGuest ? AcceptConnection() : null;
            var version = monitor.Greet(options.StartDeadline);
            var slowed = options.SlowedBy(Stopwatch.GetElapsedTime(begun));
            monitor.Deadline = slowed.CommandDeadline;
            var guest = agent is null ? null : new GuestAgent(agent, slowed.GuestDeadline);
            return new(id, machine, room, slowed, process, monitor, guest, version);
        }
        catch (MonitorException problem)
        {
            throw StartProblem.Explain(machine, ProgramPath.NameOf(machine, options), process, problem);
        }
        catch
        {
            process.Dispose();
            throw;
        }

        LineSocket AcceptConnection() => new(listener.Accept(process, options.StartDeadline)
            ?? throw new MonitorException(
                ServerFault.DeadlineMissed, $"did not connect within {options.StartDeadline.TotalSeconds:0.#} s"));
    }

    /// <summary>Boots the operating system with the present units, if there is one.</summary>
    /// <exception cref="MonitorException">It does not boot.</exception>
    public void Boot()
    {
        if (guest is not null)
        {
            monitor.Ask(QmpCommand.Of("cont"));
            guest.Boot(options.BootDeadline);
        }
    }

    /// <summary>Asks it to end, and waits for the exit code 0.</summary>
    /// <exception cref="MonitorException">It did not end well.</exception>
    public void Stop()
    {
        monitor.Try(QmpCommand.Of("quit"));
        switch (process.WaitForExit(options.CommandDeadline))
        {
            case null:
                throw new MonitorException(
                    ServerFault.DeadlineMissed, $"did not end within {options.CommandDeadline.TotalSeconds:0.#} s");
            case not 0:
                throw new MonitorException(ServerFault.Ended, "did not end well");
            default:
                Dispose();
                break;
        }
    }

    /// <summary>
    /// Whether it still answers. The time for it is short, because the suite has waited for one deadline already and
    /// has a deadline of its own.
    /// </summary>
    public bool Answers()
    {
        try
        {
            monitor.Ask(QmpCommand.Of("query-status"), options.CommandDeadline / 6);
            return true;
        }
        catch (MonitorException)
        {
            return false;
        }
    }

    /// <summary>Kills it and describes how it had ended before, if it had.</summary>
    /// <param name="monitorClosed">
    /// Whether it has closed its monitor. Its shell ends a moment later, on a busy machine much later.
    /// </param>
    public string KillAndDescribe(bool monitorClosed)
    {
        var code = process.WaitForExit(monitorClosed ? options.CommandDeadline : TimeSpan.Zero);
        process.Kill();
        return code is { } exit ? $"ended with {ExitStatus.Describe(exit)}" : "still ran, and was killed";
    }

    /// <summary>The latest monitor messages and standard error.</summary>
    public string Evidence =>
        $"{monitor.Transcript}\nstandard error:\n{process.StandardError}";

    public void Dispose()
    {
        guest?.Dispose();
        monitor.Dispose();
        process.Dispose();
    }

    private static QemuProcess Launch(QmpListener listener, string program, string[] arguments)
    {
        try
        {
            return QemuProcess.Start(listener.Folder, program, arguments);
        }
        catch (Win32Exception problem)
        {
            throw new ServerFaultException(
                ServerFault.CouldNotStart,
                $"/bin/sh cannot be run ({problem.Message}); run this on Linux or another Unix.",
                effectUnknown: false);
        }
    }
}
