using DhpConformance.Abstractions;
using DhpConformance.Adapters.Libvirt.Domains;
using DhpConformance.Adapters.Libvirt.Service;
using DhpConformance.Adapters.Libvirt.Virsh;

namespace DhpConformance.Adapters.Libvirt;

/// <summary>
/// A partitionable server whose partitions are domains of libvirt, without an operating system. What a partition holds,
/// shows, accepts and refuses comes from libvirt. See <c>specs/adapters/libvirt.md</c>.
/// </summary>
public sealed class LibvirtServer : IPartitionableServer
{
    private static readonly Claims Claims = Claims.Of(
        Claim.HotAddProcessor,
        Claim.HotAddMemoryModule,
        Claim.HotRemove,
        Claim.ProcessorNumbers,
        Claim.PartitionErrors);

    // Each processor is a thread, and modules take address space of the host as soon as they are there. A pseries
    // module is a multiple of 256 MiB: libvirt rounds any other size up.
    private static readonly ServerLimits Limits = new()
    {
        Partitions = 4,
        Processors = 8,
        MemoryModules = 8,
        IoHostBridges = 0,
        MemoryGranularity = DomainXml.BootMemory,
        MemoryBytes = 8L << 30,
    };

    private readonly VirshProgram virsh;
    private readonly LibvirtOptions options;
    private string? version;
    private ServiceProcessor? service;

    /// <summary>A server of this libvirt. Nothing is started before it is asked something.</summary>
    public LibvirtServer(LibvirtOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        this.options = options;
        virsh = new(options);
    }

    /// <inheritdoc/>
    /// <exception cref="ServerFaultException">libvirt cannot be used; the message says what to do.</exception>
    public ImplementationDescription Describe()
    {
        version ??= FirstContact.Make(virsh, options);
        return new("libvirt-pseries", version, Claims) { Limits = Limits };
    }

    /// <inheritdoc/>
    /// <exception cref="ServerFaultException">libvirt does not take the domains; the message says why.</exception>
    public void Reset(ServerSetup setup)
    {
        ArgumentNullException.ThrowIfNull(setup);
        version ??= FirstContact.Make(virsh, options);
        service?.Dispose();
        service = new ServiceProcessor(setup, virsh, options);
        Guarded("the reset", service =>
        {
            service.Define();
            return true;
        });
    }

    /// <inheritdoc/>
    /// <exception cref="ServerFaultException">A domain or libvirt ended, or fell silent.</exception>
    public Outcome Apply(Operation operation)
    {
        ArgumentNullException.ThrowIfNull(operation);
        return Guarded(operation.ToString(), service => service.Apply(operation));
    }

    /// <inheritdoc/>
    /// <exception cref="ServerFaultException">A domain or libvirt ended, or fell silent.</exception>
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
        catch (VirshException problem)
        {
            throw DomainDeath.Report(reset, virsh, request, problem);
        }
    }
}
