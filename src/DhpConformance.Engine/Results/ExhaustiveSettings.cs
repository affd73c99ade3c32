using DhpConformance.Engine.Scopes;

namespace DhpConformance.Engine.Results;

/// <summary>What determines a run that goes through a scope.</summary>
/// <param name="Scope">The scope, whole: a user-defined one is known by its data, not by its name.</param>
/// <param name="Shard">Which of its states, as <c>K/N</c>; <c>1/1</c> for all.</param>
public sealed record ExhaustiveSettings(ScopeDefinition Scope, string Shard);
