using System.Collections.Immutable;
using System.Text.Json.Serialization;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Results;

namespace DhpConformance.Engine.Consumers;

/// <summary>Everything that a run has to say of a consumer.</summary>
public sealed record ConsumerResults
{
    /// <summary>The version of the suite.</summary>
    public required string Suite { get; init; }

    /// <summary>How the consumer was reached.</summary>
    public required string Source { get; init; }

    /// <summary>What it says of itself.</summary>
    public required ConsumerDescription Consumer { get; init; }

    /// <summary>Where all cases come from.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Cases that were driven.</summary>
    public required int Cases { get; init; }

    /// <summary>One sentence with all counts.</summary>
    public required string Headline { get; init; }

    /// <summary>The worst verdict.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>The verdict on each rule, in the order of the catalogue.</summary>
    public required ImmutableArray<RuleResult> Rules { get; init; }

    /// <summary>One failure for each rule that is broken, in the order of the catalogue.</summary>
    public required ImmutableArray<ConsumerFailure> Failures { get; init; }

    /// <summary>How long it took; in no file that is compared.</summary>
    [JsonIgnore]
    public TimeSpan Elapsed { get; init; }
}
