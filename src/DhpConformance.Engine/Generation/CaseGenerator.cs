using DhpConformance.Engine.Cases;
using FsCheck;
using FsCheck.Fluent;

namespace DhpConformance.Engine.Generation;

/// <summary>
/// Draws cases with FsCheck. The case with a number depends on the seed and the number alone, so that any thread can
/// draw any case, and a replay can draw one without the others.
/// </summary>
/// <remarks>
/// FsCheck draws what a case begins with, in batches; the operations follow from it along the model. Drawing the code
/// of each operation from FsCheck, too, costs a third of what the reference server takes to carry the operation out.
/// </remarks>
internal sealed class CaseGenerator
{
    /// <summary>How many cases are drawn at a time.</summary>
    public const int Batch = 16;

    private readonly Gen<(int Setup, int Choices, int Operations)> codes;
    private readonly SetupGenerator setups;
    private readonly CaseSchedule schedule;
    private readonly ulong seed;
    private readonly bool crowds;

    /// <param name="setups">Where servers come from.</param>
    /// <param name="schedule">Which case has which shape.</param>
    /// <param name="seed">What all cases follow from.</param>
    /// <param name="crowds">Whether half of the cases have consumers.</param>
    public CaseGenerator(SetupGenerator setups, CaseSchedule schedule, ulong seed, bool crowds = false)
    {
        (this.setups, this.schedule, this.seed, this.crowds) = (setups, schedule, seed, crowds);
        codes = Gen.Choose(int.MinValue, int.MaxValue).Three();
    }

    // Unmixed, batch 1 would begin where batch 0 has come to after one step, and repeat fifteen of its cases.
    /// <summary>The cases from <paramref name="batch"/> x <see cref="Batch"/> on.</summary>
    public GeneratedCase[] Generate(int batch)
    {
        var drawn = codes.Sample(Batch, new Rnd(RandomSource.Mix(seed + ((ulong)batch * RandomSource.Gamma))), 1);
        var cases = new GeneratedCase[drawn.Length];
        for (var i = 0; i < cases.Length; i++)
        {
            cases[i] = Case((batch * Batch) + i, drawn[i].Setup, drawn[i].Choices, drawn[i].Operations);
        }

        return cases;
    }

    // Large servers are observed after each operation: a sequence that is observed only at the end would have to be
    // run again to find where a large number went wrong.
    private GeneratedCase Case(int number, int setup, int choices, int operations)
    {
        var shape = schedule.ShapeOf(number);
        var hasConsumers = crowds && (choices & 2) == 0
            && shape is not (CaseShape.ManyReplaces or CaseShape.ManyAdds or CaseShape.ManyStarts
                or CaseShape.ManyConsumers or CaseShape.Repetitions or CaseShape.Churn or CaseShape.Burst);
        return new GeneratedCase(
            number,
            shape,
            setups.Generate(setup, hasConsumers, shape, CaseSchedule.PlaceOf(number)),
            ((ulong)(uint)choices << 32) | (uint)operations,
            (choices & 1) == 0 || shape != CaseShape.Small
                ? ObservationPolicy.AfterEveryOperation
                : ObservationPolicy.AtTheEnd,
            hasConsumers);
    }
}
