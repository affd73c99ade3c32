namespace DhpConformance.Model.State;

/// <summary>Components of a unit that did not start when it was hot added. Source: DHP-ADD-04.</summary>
/// <param name="Unit">The place of the unit.</param>
/// <param name="Count">How many of its components are parked until the next start of the partition.</param>
public readonly record struct ParkedComponents(int Unit, int Count);
