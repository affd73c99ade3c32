using DhpConformance.Engine.Execution;
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

    private readonly Gen<Case> generator;
    private readonly ulong seed;

    public CaseGenerator(SetupGenerator setups, ulong seed, bool crowds = false)
    {
        this.seed = seed;
        var code = Gen.Choose(int.MinValue, int.MaxValue);
        generator = code.Three().Select(codes => new Case(
            setups.Generate(codes.Item1, IsCrowded(codes.Item2)),
            ((ulong)(uint)codes.Item2 << 32) | (uint)codes.Item3,
            (codes.Item2 & 1) == 0 ? Look.AfterEveryOperation : Look.AtTheEnd,
            IsCrowded(codes.Item2)));

        bool IsCrowded(int bits) => crowds && (bits & 2) == 0;
    }

    // Unmixed, batch 1 would begin where batch 0 has come to after one step, and repeat fifteen of its cases.
    /// <summary>The cases from <paramref name="batch"/> x <see cref="Batch"/> on.</summary>
    public Case[] Generate(int batch) =>
        generator.Sample(Batch, new Rnd(Draw.Mix(seed + ((ulong)batch * Draw.Gamma))), 1);
}
