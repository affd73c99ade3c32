using System.Text.Json.Serialization;
using DhpConformance.Abstractions;
using DhpConformance.Model.Rules;

namespace DhpConformance.Engine.Results;

/// <summary>How often an operation was answered like this, rightly.</summary>
/// <param name="Operation">What was asked.</param>
/// <param name="Outcome">What was answered.</param>
/// <param name="Count">How often.</param>
public sealed record OutcomeCount(
    [property: JsonConverter(typeof(KebabCaseConverter<OperationKind>))] OperationKind Operation,
    OutcomeKind Outcome,
    long Count);
