using System.Collections.Frozen;
using System.Collections.Immutable;

namespace DhpConformance.Model.Consumers;

/// <summary>Every duty of drivers and applications, in the order of the pages.</summary>
public static class ConsumerRuleCatalog
{
    /// <summary>All of them, those that cannot be tested among them.</summary>
    public static ImmutableArray<ConsumerRule> All { get; } =
    [
        .. ProcessorDuties.All,
        .. SynchronousDuties.All,
        .. AsynchronousDuties.All,
        .. MemoryDuties.All,
        .. RebalanceDuties.All,
        .. PowerDuties.All,
        .. ApplicationDuties.All,
        .. OtherDuties.All,
    ];

    private static readonly FrozenDictionary<string, ConsumerRule> ById =
        All.ToFrozenDictionary(rule => rule.Id, StringComparer.OrdinalIgnoreCase);

    /// <summary>The duty with this id, in any case of letters; null if there is none.</summary>
    public static ConsumerRule? Find(string id) => ById.GetValueOrDefault(id);
}
