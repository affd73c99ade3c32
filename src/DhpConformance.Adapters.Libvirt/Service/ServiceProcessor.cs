using System.Collections.Immutable;
using System.Globalization;
using DhpConformance.Abstractions;
using DhpConformance.Adapters.Libvirt.Domains;
using DhpConformance.Adapters.Libvirt.Virsh;
using DhpConformance.Adapters.Qemu.Service;
using static DhpConformance.Abstractions.RefusalReason;

namespace DhpConformance.Adapters.Libvirt.Service;

/// <summary>
/// Carries out requests: refuses what only it can know to be wrong, and leaves everything else to libvirt. Written from
/// <c>specs/operations.md</c>.
/// </summary>
internal sealed partial class ServiceProcessor : IDisposable
{
    private static int latest;

    private readonly ServerSetup setup;
    private readonly VirshProgram virsh;
    private readonly LibvirtOptions options;
    private readonly UnitTable units;
    private readonly ImmutableArray<PartitionRecord> partitions;

    private bool poweredOn = true;

    public ServiceProcessor(ServerSetup setup, VirshProgram virsh, LibvirtOptions options)
    {
        this.setup = setup;
        this.virsh = virsh;
        this.options = options;
        units = new(setup);

        // A log of QEMU is kept for each name, and two adapters must not meet.
        var number = Interlocked.Increment(ref latest);
        partitions =
        [
            .. setup.Partitions.Select(partition => new PartitionRecord(
                partition,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{options.Prefix}{Environment.ProcessId}-{number}-{partition.Id}"))),
        ];
    }

    /// <summary>All partitions.</summary>
    public IEnumerable<PartitionRecord> Partitions => partitions;

    /// <summary>Makes a stopped domain of each partition.</summary>
    /// <exception cref="ServerFaultException">libvirt does not take one; the message says why.</exception>
    public void Define()
    {
        foreach (var partition in partitions)
        {
            partition.Capacity = CapacityOfServer;
            foreach (var unit in units.HeldBy(partition.Id, UnitKind.Processor))
            {
                partition.Numbers.Add(unit.Id, partition.VacantNumber);
            }

            var xml = DomainXml.Domain(
                partition.Domain, DomainOwner.Current, partition.Capacity, partition.Numbers.Values,
                [.. units.HeldBy(partition.Id, UnitKind.MemoryModule)], options.Emulator);
            var answer = virsh.Try(["define", "/dev/stdin"], xml.ToString());
            if (!answer.Succeeded)
            {
                throw DomainProblem.Explain(options, partition.Domain, answer);
            }

            partition.IsDefined = true;
        }
    }

    public Outcome Apply(Operation operation) => operation switch
    {
        AssignUnit request => Assign(request),
        ReleaseUnit request => Release(request),
        StartPartition request => Start(request),
        StopPartition request => Stop(request),
        RestartPartition request => Restart(request),
        PowerOnServer => PowerOn(),
        PowerOffServer => PowerOff(),
        HotAdd request => Add(request),
        HotRemove request => Remove(request),
        InjectPartitionError request => Crash(request),
        Settle => Outcome.Completed,

        // Neither libvirt nor we can do the rest, and it is not claimed.
        _ => Outcome.Refused(NotSupported),
    };

    public void Dispose()
    {
        DomainRemoval.Remove(virsh, [.. partitions.Where(one => one.IsDefined).Select(one => one.Domain)]);
    }

    // A stopped partition can be given more than it may start with. libvirt wants one slot and one block at least.
    private DomainCapacity CapacityOfServer => new(
        units.Of(UnitKind.Processor).Count(),
        options.SpareSlots,
        Math.Max(1, units.Of(UnitKind.MemoryModule).Count()),
        Math.Max(DomainXml.BootMemory, units.Of(UnitKind.MemoryModule).Sum(unit => unit.Capacity)));

    private PartitionRecord? Find(PartitionId id)
    {
        foreach (var partition in partitions)
        {
            if (partition.Id == id)
            {
                return partition;
            }
        }

        return null;
    }

    private DomainView Show(PartitionRecord partition, bool persistent)
    {
        string[] arguments = persistent
            ? ["dumpxml", "--inactive", partition.Domain]
            : ["dumpxml", partition.Domain];
        return DomainView.ReadAll(virsh.Ask(arguments)).Single();
    }
}
