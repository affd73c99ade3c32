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

/// <summary>Operations decoded along the model, one from each code of a sequence.</summary>
internal sealed class DecodedOperations(OperationDecoder decoder, ulong codes, int length) : IOperationSource
{
    // Far more than the choices of one operation, so that no two operations share any.
    private const ulong Stride = Draw.Gamma << 8;

    private int place;

    public Operation? Next(ServerState state) =>
        place < length ? decoder.Decode(state, codes + ((ulong)place++ * Stride)) : null;
}

/// <summary>Operations that are known already: a replay, or a candidate of the shrinker.</summary>
internal sealed class ListedOperations(IReadOnlyList<Operation> operations) : IOperationSource
{
    private int place;

    public Operation? Next(ServerState state) => place < operations.Count ? operations[place++] : null;
}
