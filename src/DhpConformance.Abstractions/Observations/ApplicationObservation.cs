using System.Collections.Immutable;

namespace DhpConformance.Abstractions;

/// <summary>An application and the processors it may run on. Sources: DHP-APP-08, -09.</summary>
/// <param name="Application">The application.</param>
/// <param name="Affinity">The process affinity mask of each group, group 0 first.</param>
public sealed record ApplicationObservation(ConsumerId Application, ImmutableArray<ulong> Affinity);
