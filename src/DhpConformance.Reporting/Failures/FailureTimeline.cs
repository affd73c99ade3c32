using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Narration;
using DhpConformance.Engine.Results;
using DhpConformance.Reporting.Diagrams;

namespace DhpConformance.Reporting.Failures;

/// <summary>A failing sequence, step by step: the required states, and the observed state at the end.</summary>
/// <param name="ModelTimeline">The sequence along the model.</param>
/// <param name="Steps">The reset, then the operations.</param>
/// <param name="Seen">The observed state at the end; null if none was observed.</param>
/// <param name="Notifications">
/// The observed notifications beside those of the reference server; null if there are none.
/// </param>
public sealed record FailureTimeline(
    ModelTimeline ModelTimeline,
    ImmutableArray<FailureTimelineStep> Steps,
    ServerDiagram? Seen,
    NotificationComparison? Notifications)
{
    /// <summary>The differences between the required and the observed state at the end.</summary>
    public Marked Differences => Seen is null ? Marked.Nothing : ServerDiagramDifference.Between(Steps[^1].After, Seen);

    /// <summary>All diagrams of the sequence.</summary>
    public IReadOnlyCollection<ServerDiagram> ServerDiagrams =>
        [.. Steps.Select(step => step.After), .. Seen is null ? [] : new[] { Seen }];

    /// <summary>Which units the diagrams draw one by one: those that a step names, and those that differ.</summary>
    public UnitGroups UnitGroups => UnitGroups.Of(
        ServerDiagrams, Steps.SelectMany(step => step.NamedOperands.Units).Concat(Differences.Units));

    /// <summary>The sequence of a failure.</summary>
    public static FailureTimeline Of(Failure failure, Claims claims)
    {
        var retelling = ModelTimeline.Of(failure, claims);
        ImmutableArray<FailureTimelineStep> steps =
        [
            Begin(ServerDiagram.Of(retelling.Begin)),
            .. retelling.Steps.Select(step => new FailureTimelineStep(
                step.Number,
                step.Sentence,
                ScriptWords.Of(step.Operation),
                step.Decision.ToString(),
                step.Answer,
                step.IsRight,
                ServerDiagram.Of(step.After),
                NamedOperands.By(step.Operation))),
        ];
        return failure.Seen is { } seen
            ? new(
                retelling,
                steps,
                ServerDiagram.Of(failure.Setup, seen, steps[^1].After),
                NotificationComparison.Of(ReferenceRun.Of(failure), seen.Notifications.IsDefault
                    ? [] : seen.Notifications))
            : new(retelling, steps, Seen: null, Notifications: null);
    }

    private static FailureTimelineStep Begin(ServerDiagram diagram) =>
        new(0, "The server after the reset.", "", "", null, IsRight: true, diagram, Marked.Nothing);
}
