using DhpConformance.Abstractions;
using DhpConformance.Model.Transitions;

namespace DhpConformance.Engine.Judging;

/// <summary>One operation, what the rules require of it, and what the server answered.</summary>
/// <param name="Number">Its place in the sequence, counted from 1.</param>
/// <param name="Operation">What was asked.</param>
/// <param name="Decision">What the rules require.</param>
/// <param name="Outcome">What was answered.</param>
internal sealed record Step(int Number, Operation Operation, Decision Decision, Outcome Outcome);
