using System.Text.Json.Serialization;
using DhpConformance.Abstractions;

namespace DhpConformance.Engine.Replay;

/// <summary>
/// One request and its recorded answer. Methods and parameters are those of <c>specs/protocol.md</c>.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "method")]
[JsonDerivedType(typeof(ResetExchange), "reset")]
[JsonDerivedType(typeof(ApplyExchange), "apply")]
[JsonDerivedType(typeof(ObserveExchange), "observe")]
public abstract record Exchange
{
    private protected Exchange()
    {
    }

    /// <summary>What was reported instead of an answer; null if there was an answer.</summary>
    [JsonPropertyOrder(1)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ExchangeError? Error { get; init; }
}

/// <summary>The server became a fresh one.</summary>
/// <param name="Params">With which setup.</param>
public sealed record ResetExchange(ResetParameters Params) : Exchange;

/// <summary>An operation was carried out.</summary>
/// <param name="Params">Which one.</param>
/// <param name="Result">The answer; null if there was none.</param>
public sealed record ApplyExchange(
    ApplyParameters Params,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Outcome? Result = null) : Exchange;

/// <summary>The server was looked at.</summary>
/// <param name="Result">What was seen; null if there was no answer.</param>
public sealed record ObserveExchange(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Observation? Result = null) : Exchange;

/// <summary>The parameters of a reset.</summary>
/// <param name="Setup">The server to become.</param>
public sealed record ResetParameters(ServerSetup Setup);

/// <summary>The parameters of an operation.</summary>
/// <param name="Operation">The operation.</param>
public sealed record ApplyParameters(Operation Operation);

/// <summary>How an implementation broke.</summary>
/// <param name="Message">What it said.</param>
public sealed record ExchangeError(string Message);
