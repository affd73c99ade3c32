using System.Collections.Immutable;

namespace DhpConformance.Engine.Consumers;

/// <summary>What to put a consumer through.</summary>
public sealed record ConsumerSuiteOptions
{
    /// <summary>How the consumer is reached, for the results.</summary>
    public string Source { get; init; } = "";

    /// <summary>Where all cases come from.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>How many cases, 1 or more.</summary>
    public int Cases { get; init; } = 1000;

    /// <summary>Ids of the rules to judge; empty for all.</summary>
    public ImmutableArray<string> Rules { get; init; } = [];
}
