namespace DhpConformance.Engine.Results;

/// <summary>How many cases had this length.</summary>
/// <param name="Operations">Operations executed, up to the one that was violated.</param>
/// <param name="Cases">How many cases.</param>
public sealed record LengthCount(int Operations, int Cases);
