using DhpConformance.Abstractions;
using DhpConformance.Engine.Cases;

namespace DhpConformance.Engine.Generation;

/// <summary>The operations of cases, decoded as the shape of the case and its consumers ask for.</summary>
internal sealed class CaseOperations(Claims claims, Workload workload = Workload.Default)
{
    private readonly OperationDecoder plain = new(claims, OperationMix.Plain);
    private readonly OperationDecoder withConsumers = new(claims, OperationMix.Consumers);
    private readonly OperationDecoder replaces = new(claims, OperationMix.Replaces);
    private readonly OperationDecoder churn = new(claims, OperationMix.Churn);
    private readonly OperationDecoder burst = new(claims, OperationMix.Burst);
    private readonly OperationDecoder starts = new(claims, OperationMix.Starts);
    private readonly OperationDecoder registrations = new(claims, OperationMix.Registrations);
    private readonly OperationDecoder adds = new(claims, OperationMix.Adds);

    // With consumers, each accepted operation that is under way multiplies what they may have been notified of, and a
    // long case carries that on.
    /// <summary>The operations of a case, <paramref name="length"/> of them unless its shape has more.</summary>
    public IOperationSource Of(GeneratedCase drawn, int length)
    {
        var operations = CaseSchedule.LengthOf(drawn.Number, drawn.Shape, length, workload);
        return drawn.Shape == CaseShape.Repetitions
            ? new RepeatedOperations(
                DecoderOf(drawn),
                RepetitionPlan.Of(
                    CaseSchedule.PlaceOf(drawn.Number), drawn.Setup.Partitions[0].Profile, claims),
                drawn.Codes,
                operations)
            : new DecodedOperations(DecoderOf(drawn), drawn.Codes, operations, drawn.Shape switch
            {
                CaseShape.ManyAdds or CaseShape.ManyConsumers => 1,
                CaseShape.Burst => DecodedOperations.MostPendingOfBurst,
                _ => DecodedOperations.MostPending,
            });
    }

    /// <summary>What turns the codes of a case into operations.</summary>
    public OperationDecoder DecoderOf(GeneratedCase drawn) => drawn.Shape switch
    {
        CaseShape.ManyReplaces => replaces,
        CaseShape.ManyAdds => adds,
        CaseShape.ManyStarts => starts,
        CaseShape.ManyConsumers => registrations,
        CaseShape.Churn => churn,
        CaseShape.Burst => burst,
        _ => drawn.HasConsumers ? withConsumers : plain,
    };
}
