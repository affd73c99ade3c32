namespace DhpConformance.Engine.Runs;

/// <summary>How far a run is.</summary>
/// <param name="Profile">The profile being judged.</param>
/// <param name="Done">Cases executed of it.</param>
/// <param name="Cases">Cases there are of it.</param>
/// <param name="Failing">How many of them failed.</param>
public readonly record struct SuiteProgress(string Profile, int Done, int Cases, int Failing)
{
    /// <summary>How many broken rules have a sequence to be made small. That begins after the last case.</summary>
    public int Findings { get; init; }

    /// <summary>How many of those have been made small.</summary>
    public int Explained { get; init; }
}
