using Acme;
using DhpConformance.Abstractions;

namespace DhpConformance.FaultyAdapters.Servers;

/// <summary>Keeps every rule, but that units that were switched off stay so across a reset.</summary>
internal sealed class LeakingServer : IPartitionableServer
{
    private readonly MyServer inner = new();
    private readonly HashSet<UnitId> off = [];

    public ImplementationDescription Describe() => inner.Describe();

    public void Reset(ServerSetup setup)
    {
        inner.Reset(setup);
        foreach (var unit in off)
        {
            inner.Apply(new SwitchUnitPower(unit, UnitPower.Off));
        }
    }

    public Outcome Apply(Operation operation)
    {
        var outcome = inner.Apply(operation);
        if (operation is SwitchUnitPower power && outcome == Outcome.Completed)
        {
            _ = power.Power == UnitPower.Off ? off.Add(power.Unit) : off.Remove(power.Unit);
        }

        return outcome;
    }

    public Observation Observe() => inner.Observe();

    public void Dispose() => inner.Dispose();
}
