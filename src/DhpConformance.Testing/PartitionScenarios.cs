using DhpConformance.Abstractions;
using DhpConformance.Engine.Scenarios;
using FsCheck;
using FsCheck.Fluent;

namespace DhpConformance.Testing;

/// <summary>
/// Servers and operations for FsCheck properties of one's own: <c>Prop.ForAll(PartitionScenarios.Of(profile), …)</c>.
/// </summary>
public static class PartitionScenarios
{
    /// <summary>Operations in a scenario if nothing else is asked for.</summary>
    public const int DefaultLength = 20;

    private static readonly ImplementationDescription Anything = new("anything", "", Claims.All);

    /// <summary>
    /// Scenarios that make sense for an operating system, and that shrink as the suite's own failures do.
    /// </summary>
    /// <param name="profile">The operating system in the partitions.</param>
    /// <param name="description">
    /// What the server claims and which setups it takes; null for everything there is.
    /// </param>
    /// <param name="length">How many operations, 0 or more.</param>
    public static Arbitrary<Scenario> Of(
        Profile profile, ImplementationDescription? description = null, int length = DefaultLength)
    {
        ArgumentNullException.ThrowIfNull(profile);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        var scenarios = new ScenarioGenerator(profile, description ?? Anything, length);
        var generator = Gen.Choose(int.MinValue, int.MaxValue).Three().Select(code => scenarios.Make(
            code.Item1, ((ulong)(uint)code.Item2 << 32) | (uint)code.Item3));
        return Arb.From(generator, ScenarioShrinking.Candidates);
    }
}
