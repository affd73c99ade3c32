using System.Text.Json.Serialization;
using DhpConformance.Abstractions;
using DhpConformance.Model.Rules;

namespace DhpConformance.Engine.Results;

/// <summary>How often one occasion arose.</summary>
/// <param name="Occasion">What consumers, or what was done before, put to the test.</param>
/// <param name="Count">How often.</param>
public sealed record OccasionCell(
    [property: JsonConverter(typeof(KebabCaseConverter<Occasion>))] Occasion Occasion, long Count);
