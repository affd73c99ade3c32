namespace DhpConformance.Benchmarks.Measuring;

/// <summary>How thoroughly to measure.</summary>
/// <param name="Rounds">How often the pieces of work take turns.</param>
/// <param name="WarmUp">How long they run beforehand, so that what is measured is fully compiled.</param>
/// <param name="Seeds">From how many seeds mutants are looked for.</param>
/// <param name="MutantStep">Every how manieth mutant is taken.</param>
internal sealed record Effort(int Rounds, TimeSpan WarmUp, int Seeds, int MutantStep)
{
    /// <summary>For figures that are kept.</summary>
    public static Effort Full { get; } = new(41, TimeSpan.FromSeconds(4), 20, 1);

    /// <summary>To see that everything still works.</summary>
    public static Effort Quick { get; } = new(5, TimeSpan.FromSeconds(0.7), 2, 10);
}
