using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Narration;

namespace DhpConformance.Engine.Scenarios;

/// <summary>A server and what is done with it, for properties that somebody writes themselves.</summary>
/// <param name="Setup">The server.</param>
/// <param name="Operations">What is done, in order: some of it right, some nearly right, some absurd.</param>
public sealed record Scenario(ServerSetup Setup, ImmutableArray<Operation> Operations)
{
    /// <summary>Resets a server and carries the operations out.</summary>
    /// <returns>The answers, in order.</returns>
    public ImmutableArray<Outcome> RunOn(IPartitionableServer server)
    {
        ArgumentNullException.ThrowIfNull(server);
        server.Reset(Setup);
        return [.. Operations.Select(server.Apply)];
    }

    /// <summary>The server and the numbered operations, a sentence on each line.</summary>
    public override string ToString()
    {
        var narration = new OperationNarration(Setup);
        return string.Join('\n', SetupNarration.Sentences(Setup)
            .Concat(Operations.Select((one, place) => $"{place + 1}. {narration.Sentence(one)}")));
    }
}
