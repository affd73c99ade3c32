using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Model.State;

namespace DhpConformance.Model.Transitions;

/// <summary>Another right answer that only a declared trait permits. Decision G-98.</summary>
/// <param name="Outcomes">The answers, each as right as the others.</param>
/// <param name="Next">The state after any of them.</param>
public sealed record TraitEnding(ImmutableArray<Outcome> Outcomes, ServerState Next);
