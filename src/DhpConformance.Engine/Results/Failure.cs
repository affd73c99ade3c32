using System.Collections.Immutable;
using System.Text.Json.Serialization;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Cases;

namespace DhpConformance.Engine.Results;

/// <summary>A violation with the smallest sequence that shows it.</summary>
public sealed record Failure
{
    /// <summary>The rule; null if the implementation broke, which says nothing about any rule.</summary>
    public string? Rule { get; init; }

    /// <summary>The number of the case it was found in, from 0.</summary>
    public required int Case { get; init; }

    /// <summary>It was found in a case of an earlier run, and in none that was drawn; its number is 0 then.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Remembered { get; init; }

    /// <summary>How many operations that case had executed when it was found.</summary>
    public required int FoundAfter { get; init; }

    /// <summary>How many executions it took to make it small.</summary>
    [JsonPropertyName("shrinkTrials")]
    public required int ShrinkExecutions { get; init; }

    /// <summary>When the server was observed.</summary>
    [JsonPropertyName("look")]
    public required ObservationPolicy ObservationPolicy { get; init; }

    /// <summary>The server.</summary>
    public required ServerSetup Setup { get; init; }

    /// <summary>The sequence; the violation shows after the last operation.</summary>
    public required ImmutableArray<Operation> Operations { get; init; }

    /// <summary>What it is about.</summary>
    public required string Subject { get; init; }

    /// <summary>What the rules require.</summary>
    public required string Expected { get; init; }

    /// <summary>What was answered or seen.</summary>
    public required string Observed { get; init; }

    /// <summary>
    /// Its <see cref="CauseSignature"/>, by which a known failure may name it; null if it breaks no rule.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Cause =>
        Rule is null ? null : CauseSignature.Of(Operations.LastOrDefault(), Subject, Expected);

    /// <summary>What was received and logged, if the implementation broke.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Evidence { get; init; }

    /// <summary>The same failure showed again when this sequence was executed on a fresh server.</summary>
    public required bool Reproduced { get; init; }

    /// <summary>
    /// The server broke once, and not again when the same was done once more on a fresh one: that decides nothing.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool OneOff { get; init; }

    /// <summary>How many cases broke like that, if it did not break again; 0 otherwise.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int BrokenCases { get; init; }

    /// <summary>Other ways in which the rule was seen broken in the profile; null for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<OtherCause>? Others { get; init; }

    /// <summary>What was answered to the operations when they were executed once more, as far as it got.</summary>
    public ImmutableArray<Outcome> Answers { get; init; } = [];

    /// <summary>
    /// What was seen then after the last operation, with all notifications since the reset; null for nothing.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Observation? Seen { get; init; }

    /// <summary>The test case that shows it.</summary>
    [JsonIgnore]
    public TestCase TestCase => new(Setup, Operations, ObservationPolicy);
}
