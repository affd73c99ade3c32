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

    // What the sound server shows is compared with each mutant, so it is computed once.
    private static readonly Lazy<int>[] Sound = [.. Random.Select(each => new Lazy<int>(() =>
    {
        using var sound = new ReferenceServer();
        return HashOf(Trace(sound, each.Value));
    }))];

    public static TheoryData<string> Names => [.. MutantCatalog.All.Select(mutant => mutant.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_mutant_can_be_told_from_the_sound_server(string name)
    {
        using var mutant = Create(name);

        Assert.Contains(Random.Zip(Sound), each => HashOf(Trace(mutant, each.First.Value)) != each.Second.Value);
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

    private static int HashOf(IEnumerable<string> trace)
    {
        var hash = default(HashCode);
        foreach (var step in trace)
        {
            hash.Add(step);
        }

        return hash.ToHashCode();
    }

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
