using DhpConformance.Abstractions;
using DhpConformance.Adapters.Libvirt.Domains;

namespace DhpConformance.Adapters.Libvirt.Service;

/// <summary>What the service processor knows of a partition.</summary>
/// <param name="setup">The partition.</param>
/// <param name="domain">The name of its domain.</param>
internal sealed class PartitionRecord(PartitionSetup setup, string domain)
{
    public PartitionSetup Setup { get; } = setup;

    public PartitionId Id => Setup.Id;

    /// <summary>The name of its domain.</summary>
    public string Domain { get; } = domain;

    /// <summary>The lower of the two limits, which is the maximum of a partition.</summary>
    public int Maximum => Math.Min(Setup.ProcessorLimit, Setup.Profile.ProcessorLimit);

    /// <summary>Whether its domain is ours. A domain of the same name that we did not make is never touched.</summary>
    public bool IsDefined { get; set; }

    /// <summary>Whether it is started, crashed or stopped, by what was asked.</summary>
    public RunState State { get; set; } = RunState.Stopped;

    public bool IsRunning => State == RunState.Running;

    /// <summary>
    /// The numbers of its processors: libvirt has no alias for a processor, so which number a unit has is kept here.
    /// </summary>
    public Dictionary<UnitId, int> Numbers { get; } = [];

    /// <summary>What its domain can take now.</summary>
    public DomainCapacity Capacity { get; set; }

    /// <summary>
    /// The lowest number that no processor has. If all are taken, one for which the domain has no place, so that
    /// libvirt decides and not the adapter.
    /// </summary>
    public int VacantNumber => Enumerable.Range(DomainXml.BootProcessors, Capacity.Processors)
        .Append(DomainXml.BootProcessors + Capacity.Processors + Capacity.SpareSlots)
        .First(number => !Numbers.ContainsValue(number));

    /// <summary>The unit with this number; one that no server has if nobody has added the processor.</summary>
    public UnitId UnitOf(int number)
    {
        foreach (var (unit, taken) in Numbers)
        {
            if (taken == number)
            {
                return unit;
            }
        }

        return new(-1);
    }
}
