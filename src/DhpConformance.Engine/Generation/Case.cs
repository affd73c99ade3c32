using DhpConformance.Abstractions;
using DhpConformance.Engine.Execution;

namespace DhpConformance.Engine.Generation;

/// <summary>A generated case: a server, and where its operations come from.</summary>
/// <param name="Setup">The server.</param>
/// <param name="Codes">The seed of the codes that become operations; see <see cref="OperationDecoder"/>.</param>
/// <param name="Look">When the server is observed.</param>
/// <param name="Crowded">Whether consumers are registered, and told of what happens.</param>
internal sealed record Case(ServerSetup Setup, ulong Codes, Look Look, bool Crowded);
