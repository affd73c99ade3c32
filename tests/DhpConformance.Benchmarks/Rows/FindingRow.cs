using DhpConformance.Benchmarks.Measuring;
using DhpConformance.Benchmarks.Report;
using DhpConformance.Benchmarks.Workloads;
using DhpConformance.Engine.Generation;
using DhpConformance.Reference.Mutants;

namespace DhpConformance.Benchmarks.Rows;

/// <summary>After how many cases each mutant is found, under the rule that it breaks.</summary>
internal static class FindingRow
{
    private const int Cases = 1000;

    public static IEnumerable<Row> Measure(Effort effort)
    {
        var mutants = MutantCatalog.All.Where((_, place) => place % effort.MutantStep == 0).ToArray();
        var found = mutants.ToDictionary(
            mutant => mutant.Name,
            mutant => Enumerable.Range(1, effort.Seeds).Select(seed => CasesNeeded(mutant, (ulong)seed)).ToArray());
        var always = found.Count(mutant => mutant.Value.All(cases => cases is not null));
        var worst = found.OrderByDescending(mutant => mutant.Value.Max(cases => cases ?? int.MaxValue)).First();
        var median = Medians.Of(found.Values.SelectMany(cases => cases).Select(cases => (double)(cases ?? Cases)));
        var missed = found.Where(mutant => mutant.Value.Contains(null))
            .Select(mutant => $"`{mutant.Key}` in {mutant.Value.Count(cases => cases is null)}");
        yield return new(
            $"mutants found within {Cases:N0} cases of length {DrawnCase.Length}, under their own rule",
            $"each, for {effort.Seeds} of {effort.Seeds} seeds",
            $"{always} of {found.Count} for every seed; median {median:F0} cases, worst {Worst()}",
            always == found.Count);

        string Worst() => always == found.Count
            ? $"{worst.Value.Max()} (`{worst.Key}`)"
            : $"not found: {string.Join(", ", missed)} of {effort.Seeds} seeds";
    }

    // In the profile where it shows first: no mutant shows in all of them.
    private static int? CasesNeeded(Mutant mutant, ulong seed)
    {
        var hunts = Hunt.InEveryProfile(mutant, seed, DrawnCase.Length);
        for (var batch = 0; batch * CaseGenerator.Batch < Cases; batch++)
        {
            if (hunts.Min(hunt => hunt.In(batch)?.Place) is { } place)
            {
                var needed = (batch * CaseGenerator.Batch) + place + 1;
                return needed <= Cases ? needed : null;
            }
        }

        return null;
    }
}
