using DhpConformance.Abstractions;
using DhpConformance.Adapters.Qemu.Machines;
using DhpConformance.Adapters.Qemu.Monitor;
using DhpConformance.Adapters.Qemu.Partitions;
using DhpConformance.Adapters.Qemu.Service;

namespace DhpConformance.Adapters.Qemu;

/// <summary>
/// A partitionable server whose running partitions are QEMU processes, with or without an operating system. The table
/// of units is kept here; what a partition shows, accepts and refuses comes from its QEMU. See
/// <c>specs/adapters/qemu.md</c>.
/// </summary>
public sealed class QemuServer : IPartitionableServer
{
    private readonly QemuOptions options;
    private readonly MachineModel machine;
    private MachineFacts? facts;
    private ServiceProcessor? service;

    /// <summary>A server of this machine. Nothing is started before it is asked something.</summary>
    public QemuServer(QemuOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        this.options = options;
        machine = MachineModel.Of(options);
    }

    /// <inheritdoc/>
    /// <exception cref="ServerFaultException">QEMU cannot be started; the message says what to do.</exception>
    public ImplementationDescription Describe()
    {
        QmpScript.Require(options);
        facts ??= MachineProbe.Ask(machine, options with { Scripts = null });
        return new("qemu-" + machine.Title, facts.Version, machine.Claims) { Limits = facts.LimitsOf(machine) };
    }

    /// <inheritdoc/>
    public void Reset(ServerSetup setup)
    {
        ArgumentNullException.ThrowIfNull(setup);
        service?.Dispose();
        service = new ServiceProcessor(setup, machine, options);
    }

    /// <inheritdoc/>
    /// <exception cref="ServerFaultException">A QEMU ended or fell silent.</exception>
    public Outcome Apply(Operation operation)
    {
        ArgumentNullException.ThrowIfNull(operation);
        return Guarded(operation.ToString(), service => service.Apply(operation));
    }

    /// <inheritdoc/>
    /// <exception cref="ServerFaultException">A QEMU ended or fell silent.</exception>
    public Observation Observe() => Guarded("looking", service => service.Observe());

    /// <inheritdoc/>
    public void Dispose() => service?.Dispose();

    private T Guarded<T>(string request, Func<ServiceProcessor, T> ask)
    {
        var reset = service ?? throw new InvalidOperationException(
            "The server has no setup yet: call Reset before Apply and Observe.");
        try
        {
            return ask(reset);
        }
        catch (MonitorException problem)
        {
            throw PartitionDeath.Report(reset, request, problem);
        }
    }
}
