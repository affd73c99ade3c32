using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Reference;
using DhpConformance.Reference.Mutants;

namespace DhpConformance.Tests.Reference.Mutants;

/// <summary>A fault that nobody can see would prove nothing about a suite that does not find it.</summary>
public sealed class MutantTests
{
    private const int Cases = 40_000;
    private static readonly Lazy<(ServerSetup Setup, ImmutableArray<Operation> Operations)>[] Random =
        [.. Enumerable.Range(0, Cases).Select(seed => new Lazy<(ServerSetup, ImmutableArray<Operation>)>(Draw(seed)))];

    public static TheoryData<string> Names => [.. MutantCatalog.All.Select(mutant => mutant.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_mutant_can_be_told_from_the_sound_server(string name)
    {
        using var mutant = Create(name);
        using var sound = new ReferenceServer();

        Assert.Contains(Random, each => !Trace(mutant, each.Value).SequenceEqual(Trace(sound, each.Value)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_mutant_does_the_same_thing_every_time(string name)
    {
        using var used = Create(name);

        Assert.All(Random[..8], each =>
        {
            using var fresh = Create(name);
            Assert.Equal(Trace(fresh, each.Value), Trace(used, each.Value));
        });
    }

    // Half of them with drivers and applications, half of them without.
    private static Func<(ServerSetup, ImmutableArray<Operation>)> Draw(int seed) => () =>
    {
        if (seed % 2 == 0)
        {
            var random = new RandomCase(seed / 2);
            return (random.Setup, random.Operations);
        }

        var withConsumers = new ConsumerCase(seed / 2);
        return (withConsumers.Setup, withConsumers.Operations);
    };

    private static IPartitionableServer Create(string name) =>
        MutantCatalog.All.Single(mutant => mutant.Name == name).Create();

    private static IEnumerable<string> Trace(
        IPartitionableServer server,
        (ServerSetup Setup, ImmutableArray<Operation> Operations) random)
    {
        server.Reset(random.Setup);
        yield return Seen.At(server);
        foreach (var operation in random.Operations)
        {
            yield return $"{operation} {server.Apply(operation)} {Seen.At(server)}";
        }
    }
}
