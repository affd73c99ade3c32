using DhpConformance.Abstractions;
using DhpConformance.Engine.Generation;
using DhpConformance.Model.State;

namespace DhpConformance.Engine.Execution;

/// <summary>Where the operations of a sequence come from.</summary>
internal interface IOperationSource
{
    /// <summary>The next operation, chosen in the state the model is in; null at the end.</summary>
    Operation? Next(ServerState state);
}

/// <summary>Operations decoded from codes along the model.</summary>
internal sealed class DecodedOperations(OperationDecoder decoder, ArraySegment<int> codes) : IOperationSource
{
    private int place;

    public Operation? Next(ServerState state) =>
        place < codes.Count ? decoder.Decode(state, codes[place++]) : null;
}

/// <summary>Operations that are known already: a replay, or a candidate of the shrinker.</summary>
internal sealed class ListedOperations(IReadOnlyList<Operation> operations) : IOperationSource
{
    private int place;

    public Operation? Next(ServerState state) => place < operations.Count ? operations[place++] : null;
}
