using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Adapters.Qemu.Machines;
using static DhpConformance.Abstractions.RefusalReason;

namespace DhpConformance.Adapters.Qemu.Service;

/// <summary>
/// Carries out requests: refuses what only it can know to be wrong, and leaves everything else to QEMU. Written from
/// <c>specs/operations.md</c>.
/// </summary>
internal sealed partial class ServiceProcessor(ServerSetup setup, MachineModel machine, QemuOptions options)
    : IDisposable
{
    private readonly UnitTable units = new(setup);

    private readonly ImmutableArray<PartitionRecord> partitions =
        [.. setup.Partitions.Select(partition => new PartitionRecord(partition))];

    private bool poweredOn = true;

    /// <summary>All partitions.</summary>
    public IEnumerable<PartitionRecord> Partitions => partitions;

    public Outcome Apply(Operation operation)
    {
        NoteEndedRemovals();
        return operation switch
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
            Settle => WaitUntilSettled(),

            // Neither QEMU nor we can do the rest, and it is not claimed.
            _ => Outcome.Refused(NotSupported),
        };
    }

    public void Dispose()
    {
        foreach (var partition in partitions)
        {
            partition.Running?.Dispose();
        }
    }

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
}
