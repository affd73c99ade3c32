using DhpConformance.Benchmarks.Measuring;
using DhpConformance.Benchmarks.Report;
using DhpConformance.Benchmarks.Workloads;
using DhpConformance.Engine.Attribution;
using DhpConformance.Engine.Shrinking;
using DhpConformance.Reference.Mutants;

namespace DhpConformance.Benchmarks.Rows;

/// <summary>How long it takes to make a counterexample small.</summary>
internal static class ShrinkingRows
{
    private const int Length = 1000;
    private const double Bar = 0.2;
    private const int Times = 3;

    public static IEnumerable<Row> Measure(Effort effort)
    {
        var mutants = MutantCatalog.All.Where((_, place) => place % effort.MutantStep == 0).ToArray();
        var times = mutants.Select(mutant => (mutant.Name, Seconds: Shrink(mutant)))
            .Where(time => time.Seconds is not null)
            .ToDictionary(time => time.Name, time => time.Seconds!.Value);
        var worst = times.MaxBy(time => time.Value);
        yield return new(
            $"shrinking from length {Length:N0}, in process",
            $"under {Bar * 1000:F0} ms",
            $"worst {worst.Value * 1000:F0} ms (`{worst.Key}`), median {Medians.Of(times.Values) * 1000:F0} ms, of the "
                + $"{times.Count} mutants of {mutants.Length} that can hide for so long",
            worst.Value < Bar);
        yield return new(
            "counterexamples as short as the true minimum from exhaustive search",
            "at least 90 % of the mutants, never more than 2 longer",
            "see `reports/mutants.md`",
            null);
    }

    // The best of a few times: the work is the same each time, so what takes longer is the machine.
    private static double? Shrink(Mutant mutant) =>
        Hunt.InEveryProfile(mutant, seed: 1, Length)
            .OrderByDescending(hunt => hunt.In(0) is not null)
            .Select(hunt => (hunt.Examiner, Finding: new LateViolation(hunt, Length).Find()))
            .Where(found => found.Finding is not null)
            .Take(1)
            .Select(found => Enumerable.Range(0, Times).Min(_ => Shrink(found.Examiner, found.Finding!)))
            .Cast<double?>()
            .FirstOrDefault();

    private static double Shrink(Examiner examiner, Finding finding) =>
        Cost.OfProcessor(() => new SequenceShrinker(examiner).Shrink(finding)).Seconds;
}
