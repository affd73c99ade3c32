using System.Collections.Immutable;
using System.Text.Json.Serialization;
using DhpConformance.Abstractions;

namespace DhpConformance.Engine.Results;

/// <summary>What a run says of one profile.</summary>
public sealed record ProfileResult
{
    /// <summary>The profile, whole: a user-defined one is known by its data, not by its name.</summary>
    public required Profile Profile { get; init; }

    /// <summary>One sentence with all counts, never a bare percentage.</summary>
    public required string Headline { get; init; }

    /// <summary>The worst verdict.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>Cases executed.</summary>
    public required int Cases { get; init; }

    /// <summary>Operations executed in them.</summary>
    public required long Operations { get; init; }

    /// <summary>How many cases ended early, at a violation: what comes after it was not put to the test.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int EndedEarly { get; init; }

    /// <summary>
    /// How many cases ended without a verdict on their last step: accepted operations could have ended in more orders
    /// than are tried, and a server must not be accused for that.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Undecided { get; init; }

    /// <summary>Why fewer cases were executed than asked for, in a sentence; null if all were.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Stopped { get; init; }

    /// <summary>How long the cases were, in ascending order of length.</summary>
    public ImmutableArray<LengthCount> Lengths { get; init; } = [];

    /// <summary>The verdict on each rule, in the order of the catalogue.</summary>
    public required ImmutableArray<RuleResult> Rules { get; init; }

    /// <summary>One failure for each rule that failed, in the order of the catalogue; those of no rule last.</summary>
    public required ImmutableArray<Failure> Failures { get; init; }

    /// <summary>The situations that were reached.</summary>
    public required ImmutableArray<CoverageCell> Coverage { get; init; }

    /// <summary>The coverage goals that arose.</summary>
    [JsonPropertyName("occasions")]
    public required ImmutableArray<CoverageGoalCell> CoverageGoals { get; init; }

    /// <summary>At which sizes; null if no cases were drawn.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ReachedSizes? Sizes { get; init; }

    /// <summary>How much of the scope was gone through, for each kind of server; null if cases were drawn.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<ScopeResult>? Scopes { get; init; }
}
