using DhpConformance.Abstractions;
using DhpConformance.Reporting.Diagrams;

namespace DhpConformance.Reporting.Failures;

/// <summary>One step of a failing sequence.</summary>
/// <param name="Number">Its place, from 1; 0 for the reset.</param>
/// <param name="Sentence">The operation, in words.</param>
/// <param name="Script">How a driver or application that is registered will behave; empty for any other step.</param>
/// <param name="Required">The answer that the rules require; empty for the reset.</param>
/// <param name="Answer">The answer; null if it is not known.</param>
/// <param name="IsRight">Whether that is a right answer.</param>
/// <param name="After">The server afterwards, as the rules require it.</param>
/// <param name="NamedOperands">What the operation names.</param>
public sealed record FailureTimelineStep(
    int Number,
    string Sentence,
    string Script,
    string Required,
    Outcome? Answer,
    bool IsRight,
    ServerDiagram After,
    Marked NamedOperands);
