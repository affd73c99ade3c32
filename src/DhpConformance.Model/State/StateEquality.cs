namespace DhpConformance.Model.State;

/// <summary>
/// Tells whether two states of one server are the same: what the model says of one, it says of the other. Records
/// compare immutable arrays by identity, so that their own equality calls most equal states different.
/// </summary>
/// <remarks>
/// Operations whose notifications were not observed yet are compared by identity. Two states that differ in those alone
/// may therefore be called different, but states that differ are never called the same.
/// </remarks>
public sealed class StateEquality : IEqualityComparer<ServerState>
{
    private StateEquality()
    {
    }

    /// <summary>The comparer.</summary>
    public static StateEquality Instance { get; } = new();

    /// <inheritdoc/>
    public bool Equals(ServerState? x, ServerState? y)
    {
        if (x is null || y is null || ReferenceEquals(x, y))
        {
            return ReferenceEquals(x, y);
        }

        // What is left over is compared by the record, so that a member that is added later counts, too.
        return x.Units.HasSameUnits(y.Units)
            && x.Pending.SequenceEqual(y.Pending)
            && x.Partitions.Length == y.Partitions.Length
            && x.Partitions.Zip(y.Partitions).All(pair => Equals(pair.First, pair.Second))
            && ConsumerEquality.AreEqual(x.ConsumerState, y.ConsumerState)
            && x == y with
            {
                Units = x.Units,
                Pending = x.Pending,
                Partitions = x.Partitions,
                ConsumerState = x.ConsumerState,
            };
    }

    /// <inheritdoc/>
    public int GetHashCode(ServerState obj)
    {
        ArgumentNullException.ThrowIfNull(obj);
        var hash = default(HashCode);
        hash.Add(obj.Running);
        foreach (var operation in obj.Pending)
        {
            hash.Add(operation);
        }

        foreach (var partition in obj.Partitions)
        {
            hash.Add(partition.State);
            hash.Add(partition.Holds);
            hash.Add(partition.Latest);
        }

        return hash.ToHashCode();
    }

    private static bool Equals(PartitionState x, PartitionState y) =>
        ReferenceEquals(x, y)
        || (ConsumerEquality.AreEqual(x.Parked, y.Parked)
            && ConsumerEquality.AreEqual(x.UnitsAtStart, y.UnitsAtStart)
            && ConsumerEquality.AreEqual(x.Numbering, y.Numbering)
            && x.PartialMemory.Modules.SequenceEqual(y.PartialMemory.Modules)
            && x == y with
            {
                Parked = x.Parked,
                UnitsAtStart = x.UnitsAtStart,
                Numbering = x.Numbering,
                PartialMemory = y.PartialMemory with { Modules = x.PartialMemory.Modules },
            });
}
