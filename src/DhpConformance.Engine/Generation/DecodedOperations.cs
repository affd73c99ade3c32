using DhpConformance.Abstractions;
using DhpConformance.Engine.Cases;
using DhpConformance.Model.State;

namespace DhpConformance.Engine.Generation;

/// <summary>Operations decoded along the model, one from each code of a sequence.</summary>
/// <param name="decoder">What turns codes into operations.</param>
/// <param name="codes">The seed of the codes.</param>
/// <param name="length">How many operations there are.</param>
/// <param name="mostPending">The server is let settle while so many accepted operations have not ended.</param>
internal sealed class DecodedOperations(
    OperationDecoder decoder, ulong codes, int length, int mostPending = DecodedOperations.MostPending)
    : IOperationSource
{
    // What is under way multiplies what may have happened: a server that ends nothing by itself is let settle.
    /// <summary>How many accepted operations may be under way in most cases.</summary>
    public const int MostPending = 3;

    /// <summary>How many in a burst.</summary>
    public const int MostPendingOfBurst = 4;

    // Far more than the choices of one operation, so that no two operations share any.
    /// <summary>What the codes of two neighbouring operations differ by.</summary>
    public const ulong Stride = RandomSource.Gamma << 8;

    private int place;

    public Operation? Next(ServerState state)
    {
        if (place >= length)
        {
            return null;
        }

        var code = codes + ((ulong)place++ * Stride);
        return state.Pending.Length < mostPending ? decoder.Decode(state, code) : new Settle();
    }
}
