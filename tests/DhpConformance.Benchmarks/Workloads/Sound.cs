using DhpConformance.Engine.Judging;

namespace DhpConformance.Benchmarks.Workloads;

/// <summary>A sequence that stops at a violation costs less than it should, so there must be none.</summary>
internal static class Sound
{
    public static void Demand(Violation? violation)
    {
        if (violation is not null)
        {
            throw new InvalidOperationException($"The reference server was found to break a rule: {violation}");
        }
    }
}
