using System.Text.Json.Serialization;
using DhpConformance.Abstractions;

namespace DhpConformance.Engine.Histories;

/// <summary>
/// One line of a history: what one client did or got. Events stand in the order in which they happened.
/// </summary>
/// <param name="At">
/// When, as a number of any clock or counter that all clients share; greater than that of the line before. Only the
/// order counts. A call begins before it is sent and ends after its answer was read, so that it is never taken to be
/// shorter than it was.
/// </param>
/// <param name="Client">Which client, from 0.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(InvokeEvent), "invoke")]
[JsonDerivedType(typeof(ReturnEvent), "return")]
[JsonDerivedType(typeof(ObserveEvent), "observe")]
[JsonDerivedType(typeof(ObservedEvent), "observed")]
[JsonDerivedType(typeof(LostEvent), "lost")]
public abstract record HistoryEvent(long At, int Client);

/// <summary>A client asks for an operation.</summary>
/// <param name="At">When.</param>
/// <param name="Client">Which client.</param>
/// <param name="Operation">What it asks for.</param>
public sealed record InvokeEvent(long At, int Client, Operation Operation) : HistoryEvent(At, Client);

/// <summary>A client has got the answer to the operation that it asked for.</summary>
/// <param name="At">When.</param>
/// <param name="Client">Which client.</param>
/// <param name="Outcome">The answer.</param>
public sealed record ReturnEvent(long At, int Client, Outcome Outcome) : HistoryEvent(At, Client);

/// <summary>A client asks to see the server.</summary>
/// <param name="At">When.</param>
/// <param name="Client">Which client.</param>
public sealed record ObserveEvent(long At, int Client) : HistoryEvent(At, Client);

/// <summary>A client sees the server.</summary>
/// <param name="At">When.</param>
/// <param name="Client">Which client.</param>
/// <param name="Observation">What it sees. Notifications are not judged.</param>
public sealed record ObservedEvent(long At, int Client, Observation Observation) : HistoryEvent(At, Client);

/// <summary>
/// A client gives up waiting. What it asked for may take effect at any time from its beginning on, also later, or
/// never.
/// </summary>
/// <param name="At">When.</param>
/// <param name="Client">Which client. It may go on with another call.</param>
public sealed record LostEvent(long At, int Client) : HistoryEvent(At, Client);
