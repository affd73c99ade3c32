namespace DhpConformance.Tests.Properties;

/// <summary>The numbers that a scenario is made from.</summary>
public sealed record Code(int Setup, ulong Operations);
