using System.Collections.Immutable;
using DhpConformance.Reference.Mutants;

namespace DhpConformance.Cli.Commands.SelfTest;

/// <summary>
/// Mutants whose fault lies outside every scope: it hangs on something that the server remembers and that is no part of
/// any state, such as that a partition was restarted before. Exhaustive search visits each state on one way and so does
/// not find them; random search does.
/// </summary>
internal static class HistoryDependentMutants
{
    private static readonly ImmutableHashSet<string> Names =
    [
        "second-restart-only-stops",
        "static-server-opens-once",
    ];

    /// <summary>Whether this is one of them.</summary>
    public static bool Has(Mutant mutant) => Names.Contains(mutant.Name);
}
