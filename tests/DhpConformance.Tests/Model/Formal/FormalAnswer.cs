using System.Collections.Immutable;
using System.Text.Json;
using DhpConformance.Abstractions;
using DhpConformance.Model.Transitions;

namespace DhpConformance.Tests.Model.Formal;

/// <summary>The answer that the formal model requires.</summary>
internal sealed record FormalAnswer(OutcomeKind Outcome, ImmutableArray<RefusalReason> Reasons)
{
    public static FormalAnswer Read(JsonElement answer) => new(
        FormalWords.Read<OutcomeKind>(answer.GetProperty("outcome")),
        [.. answer.GetProperty("reasons").EnumerateArray().Select(FormalWords.Read<RefusalReason>).Order()]);

    /// <summary>Whether the C# model requires the same: nothing else is right, and the same reasons apply.</summary>
    public bool Agrees(Decision decision) => decision.Or is null && Outcome switch
    {
        OutcomeKind.Refused => decision.Refusals.Reasons.SequenceEqual(Reasons),
        OutcomeKind.Failed => decision.Refusals.IsEmpty && decision.Failure is not null,
        OutcomeKind.PartlyCompleted => decision.Refusals.IsEmpty && decision.Partly,
        _ => decision.IsGrant,
    };

    public override string ToString() =>
        Reasons.IsEmpty ? Words.Of(Outcome) : $"{Words.Of(Outcome)} ({string.Join(", ", Reasons.Select(Words.Of))})";
}
