using DhpConformance.Abstractions;
using DhpConformance.Engine.Execution;

namespace DhpConformance.Engine.Generation;

/// <summary>The operations of cases, decoded with or without consumers as the case says.</summary>
internal sealed class CaseOperations(Claims claims)
{
    private readonly OperationDecoder plain = new(claims);
    private readonly OperationDecoder crowded = new(claims, crowded: true);

    /// <summary>The operations of a case.</summary>
    public IOperationSource Of(Case drawn, int length) =>
        new DecodedOperations(DecoderOf(drawn), drawn.Codes, length);

    /// <summary>What turns the codes of a case into operations.</summary>
    public OperationDecoder DecoderOf(Case drawn) => drawn.Crowded ? crowded : plain;
}
