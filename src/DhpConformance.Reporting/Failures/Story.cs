using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Narration;
using DhpConformance.Engine.Results;
using DhpConformance.Model.State;
using DhpConformance.Model.Transitions;
using DhpConformance.Reporting.Pictures;

namespace DhpConformance.Reporting.Failures;

/// <summary>A failing sequence, step by step: what the rules require, and in the end what was seen.</summary>
/// <param name="Steps">The reset, then the operations.</param>
/// <param name="Last">What the rules require of the last operation; null if there is none.</param>
/// <param name="End">The state that the rules require in the end.</param>
/// <param name="Seen">What was seen in the end; null if nothing was.</param>
public sealed record Story(ImmutableArray<StoryStep> Steps, Decision? Last, ServerState End, Scene? Seen)
{
    /// <summary>What differs between what is required in the end and what was seen.</summary>
    public Marked Differences => Seen is null ? Marked.Nothing : SceneDifference.Between(Steps[^1].After, Seen);

    /// <summary>Every scene there is to draw.</summary>
    public IReadOnlyCollection<Scene> Scenes =>
        [.. Steps.Select(step => step.After), .. Seen is null ? [] : new[] { Seen }];

    /// <summary>Tells a failure.</summary>
    public static Story Of(Failure failure, IEnumerable<Claim> claims)
    {
        var narration = new OperationNarration(failure.Setup);
        var state = ServerState.Initial(new Inventory(failure.Setup, Claims.Of([.. claims])));
        var steps = ImmutableArray.CreateBuilder<StoryStep>(failure.Operations.Length + 1);
        steps.Add(new(0, "The server after the reset.", "", null, IsRight: true, Scene.Of(state), Marked.Nothing));
        Decision? last = null;
        foreach (var operation in failure.Operations)
        {
            var answer = steps.Count <= failure.Answers.Length ? failure.Answers[steps.Count - 1] : default(Outcome?);
            var decision = Transition.Decide(state, operation);
            state = After(decision, operation, answer);
            steps.Add(new(
                steps.Count,
                narration.Sentence(operation),
                decision.ToString(),
                answer,
                answer is not { } given || decision.Permits(given),
                Scene.Of(state),
                Touched.By(operation)));
            last = decision;
        }

        var seen = failure.Seen is { } observation
            ? Scene.Of(failure.Setup, observation, steps[^1].After.Outage)
            : null;
        return new(steps.ToImmutable(), last, state, seen);
    }

    // What was accepted, or turned down because something else is under way, has had no effect yet.
    private static ServerState After(Decision decision, Operation operation, Outcome? answer) =>
        answer is { } given && decision.Permits(given)
            ? given.Kind switch
            {
                OutcomeKind.Accepted => Settling.Accept(decision.Before, operation),
                OutcomeKind.Refused => decision.Before,
                _ => decision.Next,
            }
            : decision.Next;
}
