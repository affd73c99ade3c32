using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Scenarios;
using DhpConformance.Model.Profiles;
using FsCheck;
using FsCheck.Fluent;

namespace DhpConformance.Testing;

/// <summary>
/// Servers and operations for FsCheck properties of one's own:
/// <c>[Property(Arbitrary = [typeof(PartitionScenarios)])] public bool My_rule(Scenario scenario)</c>.
/// </summary>
/// <remarks>
/// <see cref="PartitionScenarios{TSelf}"/> chooses profiles, length and claims. Without xunit it is
/// <c>Prop.ForAll(PartitionScenarios.Of(profile), …)</c>.
/// </remarks>
public static class PartitionScenarios
{
    /// <summary>Operations in a scenario if nothing else is asked for.</summary>
    public const int DefaultLength = 20;

    /// <summary>A server that makes every claim, and takes every setup.</summary>
    public static ImplementationDescription AnyServer { get; } = new("any server", "", Claims.All);

    /// <summary>
    /// Scenarios of all built-in profiles, of <see cref="DefaultLength"/>; FsCheck finds it by its type.
    /// </summary>
    public static Arbitrary<Scenario> Default => Of(ProfileCatalog.All, AnyServer, DefaultLength);

    /// <summary>
    /// Scenarios that make sense for an operating system, and that shrink as the suite's own failures do.
    /// </summary>
    /// <param name="profile">The operating system in the partitions.</param>
    /// <param name="description">
    /// What the server claims and which setups it takes; null for everything there is.
    /// </param>
    /// <param name="length">How many operations, from 1 to 10,000.</param>
    /// <exception cref="ArgumentException">There is nothing to draw; the message says what to change.</exception>
    public static Arbitrary<Scenario> Of(
        Profile profile, ImplementationDescription? description = null, int length = DefaultLength)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return Of([profile], description ?? AnyServer, length);
    }

    internal static Arbitrary<Scenario> Of(
        ImmutableArray<Profile> profiles, ImplementationDescription server, int length)
    {
        if (ScenarioMistake.In(profiles, server, length) is { } mistake)
        {
            throw new ArgumentException(mistake);
        }

        var generators = profiles.Select(profile => new ScenarioGenerator(profile, server, length)).ToArray();
        var scenarios =
            from generator in Gen.Elements(generators)
            from code in Gen.Choose(int.MinValue, int.MaxValue).Three()
            select generator.Make(code.Item1, ((ulong)(uint)code.Item2 << 32) | (uint)code.Item3);
        return Arb.From(Gen.Sized(Watched), ScenarioShrinking.Candidates);

        Gen<Scenario> Watched(int size)
        {
            // FsCheck divides by MaxTest to grow the size from StartSize to EndSize.
            if (size is < 0 or int.MaxValue)
            {
                throw new ArgumentException(
                    $"FsCheck asks for a scenario of size {size}: MaxTest is 0 or less, so that the property would "
                        + "never end, or StartSize or EndSize is out of range; give MaxTest a number from 1, and leave "
                        + "the other two out.");
            }

            AsyncVoidWatch.Begin();
            return scenarios;
        }
    }
}
