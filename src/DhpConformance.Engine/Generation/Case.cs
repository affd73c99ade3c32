using DhpConformance.Abstractions;
using DhpConformance.Engine.Execution;

namespace DhpConformance.Engine.Generation;

/// <summary>A generated case: a server, and codes that become operations along the model.</summary>
/// <param name="Setup">The server.</param>
/// <param name="Codes">One code for each operation; see <see cref="OperationDecoder"/>.</param>
/// <param name="Look">When the server is observed.</param>
internal sealed record Case(ServerSetup Setup, ArraySegment<int> Codes, Look Look);
