using DhpConformance.Abstractions;
using DhpConformance.Model.State;

namespace DhpConformance.Engine.Cases;

/// <summary>Operations that are known already: a replay, or a candidate of the shrinker.</summary>
internal sealed class ListedOperations(IReadOnlyList<Operation> operations) : IOperationSource
{
    private int place;

    public Operation? Next(ServerState state) => place < operations.Count ? operations[place++] : null;
}
