using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Narration;
using DhpConformance.Engine.Results;
using DhpConformance.Reporting.Pictures;

namespace DhpConformance.Reporting.Failures;

/// <summary>A failing sequence, step by step: what the rules require, and in the end what was seen.</summary>
/// <param name="Retelling">The sequence, told along the model.</param>
/// <param name="Steps">The reset, then the operations.</param>
/// <param name="Seen">What was seen in the end; null if nothing was.</param>
/// <param name="Told">What was told, beside what the reference server tells; null if nothing was seen or told.</param>
public sealed record Story(Retelling Retelling, ImmutableArray<StoryStep> Steps, Scene? Seen, Telling? Told)
{
    /// <summary>What differs between what is required in the end and what was seen.</summary>
    public Marked Differences => Seen is null ? Marked.Nothing : SceneDifference.Between(Steps[^1].After, Seen);

    /// <summary>Every scene there is to draw.</summary>
    public IReadOnlyCollection<Scene> Scenes =>
        [.. Steps.Select(step => step.After), .. Seen is null ? [] : new[] { Seen }];

    /// <summary>Tells a failure.</summary>
    public static Story Of(Failure failure, IEnumerable<Claim> claims)
    {
        var retelling = Retelling.Of(failure, claims);
        ImmutableArray<StoryStep> steps =
        [
            Begin(Scene.Of(retelling.Begin)),
            .. retelling.Steps.Select(step => new StoryStep(
                step.Number,
                step.Sentence,
                ScriptWords.Of(step.Operation),
                step.Decision.ToString(),
                step.Answer,
                step.IsRight,
                Scene.Of(step.After),
                Touched.By(step.Operation))),
        ];
        return failure.Seen is { } seen
            ? new(
                retelling,
                steps,
                Scene.Of(failure.Setup, seen, steps[^1].After),
                Telling.Of(Rehearsal.Of(failure), seen.Notifications.IsDefault ? [] : seen.Notifications))
            : new(retelling, steps, Seen: null, Told: null);
    }

    private static StoryStep Begin(Scene scene) =>
        new(0, "The server after the reset.", "", "", null, IsRight: true, scene, Marked.Nothing);
}
