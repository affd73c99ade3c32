using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Model.State;

namespace DhpConformance.Reporting.Diagrams;

/// <summary>What there is to draw of a server at one moment, whether it is required or was observed.</summary>
/// <param name="PoweredOn">Whether the server is powered on.</param>
/// <param name="Outage">Whether the service processor does not answer; an observation does not show it.</param>
/// <param name="Units">Every unit.</param>
/// <param name="Partitions">Every partition, in the order of the setup.</param>
public sealed record ServerDiagram(
    bool PoweredOn, bool Outage, ImmutableArray<DiagramUnit> Units, ImmutableArray<DiagramPartition> Partitions)
{
    /// <summary>What the rules require.</summary>
    public static ServerDiagram Of(ServerState state)
    {
        var inventory = state.Inventory;
        return new(
            state.PoweredOn,
            state.Outage,
            [
                .. inventory.Setup.Units.Select((unit, place) => new DiagramUnit(
                    unit,
                    state.Units[place].IsHeld ? inventory.Partition(state.Units[place].Owner) : null,
                    state.Units[place].Power == SwitchPosition.Off,
                    state.Units[place].FailingComponents > 0)),
            ],
            [
                .. inventory.Setup.Partitions.Select((partition, place) => new DiagramPartition(
                    partition.Id,
                    partition.Profile.Name,
                    state.Partitions[place].State,
                    state.Partitions[place].ActiveProcessors,
                    state.Partitions[place].VisibleMemory,
                    string.Join(' ', state.ConsumerState?.In(place).Select(consumer => consumer.Id) ?? []))),
            ]);
    }

    /// <summary>
    /// What was seen where this is required. Units and partitions that the server does not have are left out; what an
    /// observation does not show is taken to be as required.
    /// </summary>
    public static ServerDiagram Of(ServerSetup setup, Observation seen, ServerDiagram required)
    {
        var consumers = required.Partitions.ToDictionary(partition => partition.Id, partition => partition.Consumers);
        var owners = seen.Units.ToLookup(unit => unit.Id);
        var partitions = seen.Partitions.ToLookup(partition => partition.Id);
        return new(
            seen.PoweredOn,
            required.Outage,
            [
                .. setup.Units.Where(unit => owners.Contains(unit.Id)).Select(unit =>
                {
                    var shown = owners[unit.Id].First();
                    return new DiagramUnit(unit, shown.Owner, shown.Power == UnitPower.Off, Failing: false);
                }),
            ],
            [
                .. setup.Partitions.Where(partition => partitions.Contains(partition.Id)).Select(partition =>
                {
                    var shown = partitions[partition.Id].First();
                    return new DiagramPartition(
                        partition.Id,
                        partition.Profile.Name,
                        shown.State,
                        shown.ActiveProcessors,
                        shown.MemoryBytes,
                        consumers[partition.Id]);
                }),
            ]);
    }
}

/// <summary>A unit in a diagram.</summary>
/// <param name="Unit">What it is.</param>
/// <param name="Owner">The partition that holds it; null for none.</param>
/// <param name="Off">Whether it is switched off.</param>
/// <param name="Failing">Whether it will not start, or not whole, next time.</param>
public sealed record DiagramUnit(PartitionUnit Unit, PartitionId? Owner, bool Off, bool Failing);

/// <summary>A partition in a diagram.</summary>
/// <param name="Id">The partition.</param>
/// <param name="Profile">What runs in it.</param>
/// <param name="State">Whether that runs.</param>
/// <param name="ActiveProcessors">Active logical processors.</param>
/// <param name="Memory">Memory that it shows, in bytes.</param>
/// <param name="Consumers">The drivers and applications that are registered.</param>
public sealed record DiagramPartition(
    PartitionId Id, string Profile, RunState State, int ActiveProcessors, long Memory, string Consumers);
