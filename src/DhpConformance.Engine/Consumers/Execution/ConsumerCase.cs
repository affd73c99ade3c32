using System.Collections.Immutable;

namespace DhpConformance.Engine.Consumers;

/// <summary>What a consumer is put through: it is loaded, the steps are taken, and it is unloaded.</summary>
/// <param name="Machine">The machine.</param>
/// <param name="Steps">The steps. One that makes no sense where it stands is passed over.</param>
public sealed record ConsumerCase(ConsumerMachine Machine, ImmutableArray<ConsumerStep> Steps);
