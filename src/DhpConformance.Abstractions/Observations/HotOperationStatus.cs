using System.Text.Json.Serialization;

namespace DhpConformance.Abstractions;

/// <summary>
/// How the latest hot add or hot replace that was begun in a partition ended, as shown inside that partition.
/// A refused request leaves it as it was. Source: DHP-TOP-22.
/// </summary>
/// <param name="Operation">What was done.</param>
/// <param name="Unit">The unit that was added or removed, or the spare of a replace.</param>
/// <param name="Outcome">How it ended.</param>
[method: JsonConstructor]
public readonly record struct HotOperationStatus(HotOperation Operation, UnitId Unit, OutcomeKind Outcome);
