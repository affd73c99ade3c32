using System.Collections.Immutable;
using DhpConformance.Reference.Mutants;

namespace DhpConformance.Cli.Commands.SelfTest;

/// <summary>How the suite fared with one mutant.</summary>
/// <param name="Mutant">The mutant.</param>
/// <param name="Catches">What it was caught by, the earliest case first.</param>
/// <param name="Length">Operations in the smallest sequence that breaks its own rule; null if none was found.</param>
/// <param name="Shortest">The shortest sequence there is, found exhaustively; null if none was found.</param>
internal sealed record MutantResult(Mutant Mutant, ImmutableArray<Catch> Catches, int? Length, TrueMinimum? Shortest)
{
    /// <summary>The earliest catch under its own rule; null if there is none.</summary>
    public Catch? Own => Catches.FirstOrDefault(one => one.Rule == Mutant.RuleId);

    /// <summary>What is wrong, as a sentence; null if it was caught under its own rule and no other.</summary>
    public string? Problem
    {
        get
        {
            var others = Catches.Select(one => one.Rule ?? "no rule (it broke)")
                .Distinct().Except([Mutant.RuleId]).ToList();
            return Own is null && others.Count == 0 ? $"{Mutant.Name} should break {Mutant.RuleId}, and was not caught."
                : others.Count == 0 && Shortest is null && !HistoryDependentMutants.Has(Mutant)
                    ? $"{Mutant.Name} breaks {Mutant.RuleId} in {Length} operations, and exhaustive search did not "
                        + "find it."
                : others.Count == 0 && Shortest is not null && HistoryDependentMutants.Has(Mutant)
                    ? $"{Mutant.Name} is said to lie outside every scope, and exhaustive search has found it."
                : others.Count == 0 ? null
                : $"{Mutant.Name} should break {Mutant.RuleId}{(Own is null ? "" : " alone")}, and was caught under "
                    + $"{string.Join(", ", others)}.";
        }
    }
}

/// <summary>A rule that a mutant was caught by.</summary>
/// <param name="Rule">The rule; null if the mutant broke down instead.</param>
/// <param name="Profile">The profile in which it was caught.</param>
/// <param name="Cases">How many cases of that profile it took.</param>
internal sealed record Catch(string? Rule, string Profile, int Cases);
