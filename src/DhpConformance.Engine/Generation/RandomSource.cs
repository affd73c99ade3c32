namespace DhpConformance.Engine.Generation;

/// <summary>
/// Many small choices out of one code.
/// </summary>
internal ref struct RandomSource(ulong code)
{
    /// <summary>What the seeds of two neighbouring choices differ by.</summary>
    public const ulong Gamma = 0x9E3779B97F4A7C15;

    private ulong seed = code;

    /// <summary>A number from 0 up to <paramref name="count"/>, less than it.</summary>
    public int Below(int count) => (int)((Next() >> 32) * (ulong)count >> 32);

    /// <summary>True in <paramref name="percent"/> of 100 draws.</summary>
    public bool Chance(int percent) => Below(100) < percent;

    /// <summary>One of these.</summary>
    public T Of<T>(scoped ReadOnlySpan<T> choices) => choices[Below(choices.Length)];

    /// <summary>Makes numbers that differ little differ much (the finaliser of SplitMix64).</summary>
    public static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    private ulong Next() => Mix(seed += Gamma);
}
