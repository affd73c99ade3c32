using System.Collections.Immutable;
using DhpConformance.Abstractions;

namespace DhpConformance.Model.Rules;

/// <summary>Every rule there is, in the order of the pages in <c>specs/rules</c>.</summary>
public static class RuleCatalog
{
    /// <summary>All rules, testable or not.</summary>
    public static ImmutableArray<Rule> All { get; } =
    [
        .. TopologyRules.All,
        .. DynamicRules.All,
        .. LifeCycleRules.All,
        .. CapabilityRules.All,
        .. HotAddRules.All,
        .. HotReplaceRules.All,
        .. HotRemoveRules.All,
        .. MemoryRules.All,
        .. MemoryNoticeRules.All,
        .. ProcessorRules.All,
        .. RefusalRules.All,
        .. ConsumerRules.All,
        .. SynchronousRules.All,
        .. AsynchronousRules.All,
        .. ApplicationRules.All,
        .. RebalanceRules.All,
        .. QuiescenceRules.All,
        .. IoRules.All,
        .. TraitRules.All,
    ];

    /// <summary>The rule with this id.</summary>
    /// <exception cref="KeyNotFoundException">There is no such rule.</exception>
    public static Rule Get(string id) =>
        Find(id) ?? throw new KeyNotFoundException($"There is no rule {id}.");

    /// <summary>The rule of a cell of the capability matrix.</summary>
    public static Rule Cell(HotOperation operation, UnitKind kind) => CapabilityRules.Of(operation, kind);

    /// <summary>Whether this rule is a cell of the capability matrix.</summary>
    public static bool IsCell(string id) => CapabilityRules.Cells.Any(rule => rule.Id == id);

    /// <summary>The rule with this id; null if there is none.</summary>
    public static Rule? Find(string id) =>
        All.FirstOrDefault(rule => string.Equals(rule.Id, id, StringComparison.OrdinalIgnoreCase));
}
