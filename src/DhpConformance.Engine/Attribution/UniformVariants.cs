using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Cases;
using DhpConformance.Model.State;
using DhpConformance.Model.Transitions;

namespace DhpConformance.Engine.Attribution;

/// <summary>
/// A test case with one operating system in all partitions. What was refused has changed nothing and is left out, for
/// it might be granted there. As what was granted may be refused there, the moment before the last operation is also
/// set up directly: this unit here, that partition running.
/// </summary>
internal static class UniformVariants
{
    /// <summary>The variants, to be executed until one shows a violation.</summary>
    public static IEnumerable<TestCase> Of(TestCase testCase, Profile profile)
    {
        var state = ServerState.Initial(new Inventory(testCase.Setup, Claims.All));
        var granted = ImmutableArray.CreateBuilder<Operation>();
        foreach (var operation in testCase.Operations.SkipLast(1))
        {
            var decision = Transition.Decide(state, operation);
            if (!decision.IsRefusal)
            {
                granted.Add(operation);
                state = decision.Next;
            }
        }

        var last = testCase.Operations[^1];
        yield return testCase with { Setup = Uniform(testCase.Setup, profile), Operations = [.. granted, last] };
        yield return testCase with { Setup = Uniform(AsIn(state), profile), Operations = [.. StartsIn(state), last] };
    }

    private static ServerSetup AsIn(ServerState state)
    {
        var inventory = state.Inventory;
        return inventory.Setup with
        {
            Partitions =
            [
                .. inventory.Setup.Partitions.Select((partition, place) => partition with
                {
                    Units =
                    [
                        .. Enumerable.Range(0, inventory.UnitCount)
                            .Where(unit => state.Units[unit].Owner == place)
                            .Select(inventory.Unit),
                    ],
                }),
            ],
        };
    }

    private static IEnumerable<Operation> StartsIn(ServerState state) =>
        Enumerable.Range(0, state.Partitions.Length)
            .Where(place => state.Partitions[place].Runs)
            .Select(place => new StartPartition(state.Inventory.Partition(place)));

    /// <summary>The same server with one operating system in all partitions.</summary>
    public static ServerSetup Uniform(ServerSetup setup, Profile profile) => setup with
    {
        Partitions = [.. setup.Partitions.Select(partition => partition with { Profile = profile })],
    };
}
