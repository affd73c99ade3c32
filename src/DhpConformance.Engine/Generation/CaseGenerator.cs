using DhpConformance.Engine.Execution;
using FsCheck;
using FsCheck.Fluent;

namespace DhpConformance.Engine.Generation;

/// <summary>
/// Draws cases with FsCheck. The case with a number depends on the seed and the number alone, so that any thread can
/// draw any case, and a replay can draw one without the others.
/// </summary>
internal sealed class CaseGenerator
{
    private readonly Gen<Case> generator;
    private readonly ulong seed;

    public CaseGenerator(SetupGenerator setups, int length, ulong seed)
    {
        this.seed = seed;

        // The first two codes choose the server and when to look at it, the others become operations.
        generator = Gen.Choose(int.MinValue, int.MaxValue).ArrayOf(length + 2).Select(codes => new Case(
            setups.Generate(codes[0]),
            new ArraySegment<int>(codes, 2, length),
            (codes[1] & 1) == 0 ? Look.AfterEveryOperation : Look.AtTheEnd));
    }

    /// <summary>The case with this number, 0 or more.</summary>
    public Case Generate(int number) =>
        generator.Sample(50, new Rnd(Mix(seed + ((ulong)number * 0x9E3779B97F4A7C15)), 0x9E3779B97F4A7C15), 1)[0];

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
