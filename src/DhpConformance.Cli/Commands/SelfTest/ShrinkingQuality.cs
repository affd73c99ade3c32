using System.Collections.Immutable;
using System.Globalization;

namespace DhpConformance.Cli.Commands.SelfTest;

/// <summary>How near the smallest sequences that shrinking has found come to the shortest there are.</summary>
internal static class ShrinkingQuality
{
    /// <summary>The measured figures, as a sentence.</summary>
    public static string Of(ImmutableArray<MutantResult> results)
    {
        var longer = results
            .Where(result => result.Length is not null && result.Shortest is not null)
            .Select(result => result.Length!.Value - result.Shortest!.Length)
            .ToList();
        return longer.Count == 0
            ? "No mutant was caught, so there is nothing to say about shrinking."
            : string.Create(
                CultureInfo.InvariantCulture,
                $"Shrinking ended with a shortest sequence for {longer.Count(more => more == 0)} of {longer.Count} "
                + $"mutants, and was at most {longer.Max()} longer.");
    }
}
