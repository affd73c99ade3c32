using System.Collections.Immutable;
using System.Text.Json;
using DhpConformance.Abstractions;
using DhpConformance.Reference;

namespace DhpConformance.Tests.Reference;

/// <summary>Whoever looks again is shown the same objects, as long as they are true, and no longer.</summary>
public sealed class LookingAgainTests
{
    public static TheoryData<int> Seeds { get; } = [.. Enumerable.Range(0, 60)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Whoever_looked_before_sees_what_anybody_sees(int seed)
    {
        var (random, withConsumers) = (new RandomCase(seed), new ConsumerCase(seed));
        AssertSeenAlike(random.Setup, random.Operations);
        AssertSeenAlike(withConsumers.Setup, withConsumers.Operations);
    }

    [Fact]
    public void What_has_not_changed_is_the_same_object()
    {
        var stage = new ConsumerCase(1);
        using var server = SmallServer.With(stage.Setup);
        foreach (var operation in stage.Operations)
        {
            server.Apply(operation);
            var (once, again) = (server.Observe(), server.Observe());
            Assert.Equal(once.Units, again.Units);
            Assert.Equal(once.Partitions, again.Partitions);
        }
    }

    // One server is looked at after every operation; for each look there is another that nobody has looked at before.
    private static void AssertSeenAlike(ServerSetup setup, ImmutableArray<Operation> operations)
    {
        using var server = SmallServer.With(setup);
        for (var count = 1; count <= operations.Length; count++)
        {
            using var fresh = SmallServer.With(setup);
            foreach (var operation in operations[..count])
            {
                fresh.Apply(operation);
            }

            server.Apply(operations[count - 1]);
            Assert.Equal(Shown(fresh), Shown(server));
        }
    }

    private static string Shown(ReferenceServer server) => JsonSerializer.Serialize(
        server.Observe() with { Notifications = [] }, VocabularyJson.Default.Observation);
}
