using DhpConformance.Abstractions;
using DhpConformance.Reporting.Pictures;

namespace DhpConformance.Reporting.Failures;

/// <summary>One step of a failing sequence.</summary>
/// <param name="Number">Its place, from 1; 0 for the reset.</param>
/// <param name="Sentence">What is done, in words.</param>
/// <param name="Script">How a driver or application that is registered will behave; empty for any other step.</param>
/// <param name="Required">The answer that the rules require; empty for the reset.</param>
/// <param name="Answer">What was answered; null if that is not known.</param>
/// <param name="IsRight">Whether that is a right answer.</param>
/// <param name="After">The server afterwards, as the rules require it.</param>
/// <param name="Touched">What the operation names.</param>
public sealed record StoryStep(
    int Number,
    string Sentence,
    string Script,
    string Required,
    Outcome? Answer,
    bool IsRight,
    Scene After,
    Marked Touched);
