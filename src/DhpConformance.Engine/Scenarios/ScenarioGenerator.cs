using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Generation;
using DhpConformance.Engine.Profiles;
using DhpConformance.Model.State;
using DhpConformance.Model.Transitions;

namespace DhpConformance.Engine.Scenarios;

/// <summary>
/// Makes scenarios as the suite makes its cases: the operations are chosen along the model, so that they make sense in
/// the state that a server is in which keeps the rules.
/// </summary>
/// <param name="profile">The operating system in the partitions.</param>
/// <param name="description">What the server claims, and which setups it takes.</param>
/// <param name="length">How many operations, 0 or more.</param>
public sealed class ScenarioGenerator(Profile profile, ImplementationDescription description, int length)
{
    private readonly SetupGenerator setups = new(profile, ProfileNeighbours.Of(profile), description);
    private readonly bool allowsConsumers = OperationWeights.AllowConsumers(description.Claims);
    private readonly OperationDecoder plain = new(description.Claims);
    private readonly OperationDecoder withConsumers = new(description.Claims, OperationMix.Consumers);

    /// <summary>The scenario that these numbers stand for, always the same.</summary>
    /// <param name="setup">What the server is made from.</param>
    /// <param name="operations">What the operations are made from.</param>
    public Scenario Make(int setup, ulong operations)
    {
        var hasConsumers = allowsConsumers && (operations & 1) == 0;
        var server = setups.Generate(setup, hasConsumers);
        var source = new DecodedOperations(hasConsumers ? withConsumers : plain, operations, length);
        var state = ServerState.Initial(new Inventory(server, description.Claims));
        var list = ImmutableArray.CreateBuilder<Operation>();
        while (source.Next(state) is { } operation)
        {
            list.Add(operation);
            state = Transition.Decide(state, operation).Next;
        }

        return new(server, list.ToImmutable());
    }
}
