using System.Collections.Immutable;

namespace DhpConformance.Engine.Consumers;

/// <summary>A broken duty, with the smallest sequence that shows it.</summary>
public sealed record ConsumerFailure
{
    /// <summary>The rule; null if the consumer broke the contract, which says nothing about any rule.</summary>
    public string? Rule { get; init; }

    /// <summary>The number of the case it was found in, from 0.</summary>
    public required int Case { get; init; }

    /// <summary>The machine.</summary>
    public required ConsumerMachine Machine { get; init; }

    /// <summary>The steps between load and unload.</summary>
    public required ImmutableArray<ConsumerStep> Steps { get; init; }

    /// <summary>What the documents demand.</summary>
    public required string Expected { get; init; }

    /// <summary>What was seen.</summary>
    public required string Observed { get; init; }

    /// <summary>
    /// What was seen: the load, each step, and after the last one the unload; up to what is wrong. Empty if the
    /// consumer broke the contract.
    /// </summary>
    public required ImmutableArray<ConsumerMoment> Timeline { get; init; }
}

/// <summary>What was seen of a consumer in one step.</summary>
/// <param name="Sentence">The step, such as <c>Hot add processor 1</c>.</param>
/// <param name="Log">Events, calls and answers, a line each.</param>
/// <param name="After">What the consumer had afterwards.</param>
public sealed record ConsumerMoment(string Sentence, ImmutableArray<string> Log, ConsumerPicture After);
