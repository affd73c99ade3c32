namespace DhpConformance.Tests.Properties;

/// <summary>A property, and a mutated subject that it has to catch.</summary>
/// <param name="Property">The name of the method.</param>
/// <param name="Mutated">An instance of the class of the property, made for the mutated subject.</param>
public sealed record Control(string Property, object Mutated);
