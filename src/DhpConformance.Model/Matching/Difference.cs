namespace DhpConformance.Model.Matching;

/// <summary>The first thing in an observation that is not as the rules require.</summary>
/// <param name="Field">What differs.</param>
/// <param name="Subject">Whose it is, for people: <c>unit u3</c>, <c>partition p1</c> or <c>the server</c>.</param>
/// <param name="Expected">What it should be, for people.</param>
/// <param name="Observed">What it is, for people.</param>
/// <param name="Partition">The place of the partition it is about; -1 for none.</param>
/// <param name="Unit">The place of the unit it is about; -1 for none.</param>
public sealed record Difference(
    Field Field, string Subject, string Expected, string Observed, int Partition = -1, int Unit = -1);
