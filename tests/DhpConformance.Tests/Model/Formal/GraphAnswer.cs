using System.Collections.Immutable;
using System.Text.Json;
using DhpConformance.Abstractions;

namespace DhpConformance.Tests.Model.Formal;

/// <summary>The answer that the formal model requires, and the place of the next state; -1 if nothing changes.</summary>
internal sealed record GraphAnswer(OutcomeKind Outcome, ImmutableArray<RefusalReason> Reasons, int Next)
{
    public static GraphAnswer Read(JsonElement answer) => new(
        TransitionGraph.Word<OutcomeKind>(answer.GetProperty("outcome")),
        [.. answer.GetProperty("reasons").EnumerateArray().Select(TransitionGraph.Word<RefusalReason>).Order()],
        answer.GetProperty("to").GetInt32());
}
