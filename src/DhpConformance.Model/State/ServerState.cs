using System.Collections.Immutable;
using System.Runtime.InteropServices;
using DhpConformance.Abstractions;

namespace DhpConformance.Model.State;

/// <summary>Everything the model knows of a server at one moment: a value, never changed.</summary>
public sealed record ServerState
{
    /// <summary>What does not change.</summary>
    public required Inventory Inventory { get; init; }

    /// <summary>Whether the server is powered on.</summary>
    public required bool PoweredOn { get; init; }

    /// <summary>Whether the service processor does not answer.</summary>
    public bool Outage { get; init; }

    /// <summary>The map and the power switches.</summary>
    public required UnitTable Units { get; init; }

    /// <summary>The partitions, in the order of the setup.</summary>
    public required ImmutableArray<PartitionState> Partitions { get; init; }

    /// <summary>Operations that were accepted and have not ended yet, oldest first.</summary>
    public ImmutableArray<Operation> Pending { get; init; } = [];

    /// <summary>Whether some unit was replaced and nobody has looked at its power switch since.</summary>
    public bool HasFreeSwitch { get; init; }

    /// <summary>How many partitions run.</summary>
    public int Running { get; init; }

    /// <summary>
    /// Hot adds since the server last settled, of which a consumer may still be notified; null for none.
    /// </summary>
    public UnsettledAdd? Unsettled { get; init; }

    /// <summary>Registered consumers and their notifications; null as long as there has been none.</summary>
    public ConsumerState? ConsumerState { get; init; }

    /// <summary>The state right after a reset to this inventory.</summary>
    public static ServerState Initial(Inventory inventory)
    {
        ArgumentNullException.ThrowIfNull(inventory);
        var setup = inventory.Setup;
        var units = new UnitState[inventory.UnitCount];
        Array.Fill(units, new UnitState(UnitState.Free, SwitchPosition.On, 0));
        var partitions = new PartitionState[setup.Partitions.Length];
        for (var p = 0; p < partitions.Length; p++)
        {
            var held = default(PartitionContents);
            foreach (var id in setup.Partitions[p].Units)
            {
                var unit = inventory.Find(id);
                units[unit] = UnitState.HeldBy(p);
                held = held.With(inventory, unit, 1);
            }

            partitions[p] = new PartitionState { Holds = held, Shown = ShownMemory.With(inventory.Claims.Traits) };
        }

        return new ServerState
        {
            Inventory = inventory,
            PoweredOn = true,
            Units = UnitTable.Of(units),
            Partitions = ImmutableCollectionsMarshal.AsImmutableArray(partitions),
        };
    }

    /// <summary>Whether another partition than this one runs; -1 for none in particular.</summary>
    public bool AnotherRuns(int partition) =>
        Running > (partition >= 0 && Partitions[partition].Runs ? 1 : 0);

    /// <summary>
    /// The same state of an implementation that declares fewer traits: what only those have done is undone.
    /// </summary>
    /// <param name="inventory">The same server with fewer traits.</param>
    public ServerState Under(Inventory inventory)
    {
        ArgumentNullException.ThrowIfNull(inventory);
        var units = Units;
        for (var unit = 0; unit < units.Count && !inventory.Claims.Traits.Has(Trait.RetiresReplacedUnit); unit++)
        {
            units = units[unit].IsRetired ? units.With(unit, units[unit] with { IsRetired = false }) : units;
        }

        var shown = ShownMemory.With(inventory.Claims.Traits);
        return this with
        {
            Inventory = inventory,
            Units = units,
            Partitions = [.. Partitions.Select(partition => partition with { Shown = shown })],
        };
    }

    internal ServerState With(int partition, PartitionState state)
    {
        var running = Running + (state.Runs ? 1 : 0) - (Partitions[partition].Runs ? 1 : 0);
        return this with { Partitions = Partitions.SetItem(partition, state), Running = running };
    }

    internal ServerState With(int partition, PartitionState state, int unit, UnitState unitState)
    {
        var running = Running + (state.Runs ? 1 : 0) - (Partitions[partition].Runs ? 1 : 0);
        return this with
        {
            Partitions = Partitions.SetItem(partition, state),
            Running = running,
            Units = Units.With(unit, unitState),
        };
    }

    internal ServerState With(int unit, UnitState state) => this with { Units = Units.With(unit, state) };
}
