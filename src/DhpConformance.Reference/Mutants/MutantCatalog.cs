using System.Collections.Immutable;

namespace DhpConformance.Reference.Mutants;

/// <summary>
/// Every mutant there is. A suite that does not find one of them under its rule, or finds it under another, has a
/// fault itself.
/// </summary>
public static class MutantCatalog
{
    /// <summary>All of them, ordered by rule id and then by name.</summary>
    public static ImmutableArray<Mutant> All { get; } =
    [
        .. new[]
        {
            TopologyMutants.All,
            DynamicsMutants.All,
            LifeCycleMutants.All,
            CapabilitiesMutants.All,
            HotAddsMutants.All,
            HotReplacesMutants.All,
            HotRemovesMutants.All,
            MemoryMutants.All,
            ProcessorsMutants.All,
            RefusalsMutants.All,
            NotificationMutants.All,
            TraitsMutants.All,
        }
            .SelectMany(mutants => mutants)
            .OrderBy(mutant => mutant.RuleId, StringComparer.Ordinal)
            .ThenBy(mutant => mutant.Name, StringComparer.Ordinal),
    ];
}
