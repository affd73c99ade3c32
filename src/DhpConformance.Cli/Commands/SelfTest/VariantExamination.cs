using System.Collections.Immutable;
using DhpConformance.Engine.Results;
using DhpConformance.Engine.Runs;
using DhpConformance.Reference.Variants;

namespace DhpConformance.Cli.Commands.SelfTest;

/// <summary>Runs the suite against variants, each of which has to conform to every profile.</summary>
internal static class VariantExamination
{
    /// <summary>Examines all variants, one after the other.</summary>
    public static ImmutableArray<VariantResult> ExamineAll(
        SuiteOptions options, Action done, CancellationToken cancellation)
    {
        var results = ImmutableArray.CreateBuilder<VariantResult>();
        foreach (var variant in VariantCatalog.All)
        {
            results.Add(new(variant, ConformanceSuite.Run(variant.Create, options, cancellation: cancellation)));
            done();
        }

        return results.ToImmutable();
    }
}

/// <summary>How the suite fared with one variant.</summary>
/// <param name="Variant">The variant.</param>
/// <param name="Results">The verdicts on it.</param>
internal sealed record VariantResult(Variant Variant, RunResults Results)
{
    /// <summary>What is wrong, as a sentence; null if it conforms to every profile.</summary>
    public string? Problem => Results.Verdict == Verdict.Pass
        ? null
        : $"{Variant.Name} should conform to every profile: "
            + Results.Profiles.First(profile => profile.Verdict != Verdict.Pass).Headline;
}
