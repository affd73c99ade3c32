using DhpConformance.Abstractions;

namespace DhpConformance.Engine.Execution;

/// <summary>
/// An implementation declares traits that cannot be declared with its claims. It is its author's to correct.
/// </summary>
/// <param name="message">One sentence with cause and remedy; see <see cref="TraitRequirements.Problem"/>.</param>
public sealed class InvalidTraitsException(string message) : Exception(message);
