using System.Text.Json.Serialization;

namespace DhpConformance.Abstractions;

/// <summary>One cell of the capability matrix: an operation on a kind of unit. Source: DHP-CAP-01.</summary>
/// <param name="Operation">What is done.</param>
/// <param name="Kind">To which kind of unit.</param>
[method: JsonConstructor]
public readonly record struct Capability(HotOperation Operation, UnitKind Kind);
