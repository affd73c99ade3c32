using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Results;
using DhpConformance.Model.State;
using DhpConformance.Model.Transitions;

namespace DhpConformance.Engine.Narration;

/// <summary>A failing sequence along the model: what the rules require, step by step.</summary>
/// <param name="Begin">The state after the reset.</param>
/// <param name="Steps">The operations.</param>
public sealed record ModelTimeline(ServerState Begin, ImmutableArray<ModelTimelineStep> Steps)
{
    /// <summary>The state that the rules require in the end.</summary>
    public ServerState End => Steps.IsEmpty ? Begin : Steps[^1].After;

    /// <summary>What the rules require of the last operation; null if there is none.</summary>
    public Decision? Last => Steps.IsEmpty ? null : Steps[^1].Decision;

    /// <summary>Retells a failure.</summary>
    /// <param name="failure">The failure.</param>
    /// <param name="claims">What the implementation claims.</param>
    public static ModelTimeline Of(Failure failure, Claims claims)
    {
        ArgumentNullException.ThrowIfNull(failure);
        var narration = new OperationNarration(failure.Setup);
        var begin = ServerState.Initial(new Inventory(failure.Setup, claims));
        var state = begin;
        var steps = ImmutableArray.CreateBuilder<ModelTimelineStep>(failure.Operations.Length);
        foreach (var operation in failure.Operations)
        {
            var answer = steps.Count < failure.Answers.Length ? failure.Answers[steps.Count] : default(Outcome?);
            var decision = Transition.Decide(state, operation);
            state = After(decision, operation, answer);
            steps.Add(new(steps.Count + 1, operation, narration.Sentence(operation), decision, answer, state));
        }

        return new(begin, steps.ToImmutable());
    }

    // What was accepted, or turned down because something else is under way, has had no effect yet.
    private static ServerState After(in Decision decision, Operation operation, Outcome? answer) =>
        answer is { } given && decision.Permits(given)
            ? given.Kind switch
            {
                OutcomeKind.Accepted => Settling.Accept(decision.Before, operation),
                _ => decision.After(given),
            }
            : decision.Next;
}
