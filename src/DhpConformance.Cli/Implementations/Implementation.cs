using DhpConformance.Abstractions;

namespace DhpConformance.Cli.Implementations;

/// <summary>What is judged.</summary>
/// <param name="Source">How it is reached, as given to the tool.</param>
/// <param name="Create">Makes a server of it.</param>
internal sealed record Implementation(string Source, Func<IPartitionableServer> Create);
