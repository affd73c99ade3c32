using DhpConformance.Abstractions;
using DhpConformance.Engine.Cases;

namespace DhpConformance.Engine.Generation;

/// <summary>A generated case: a server, and where its operations come from.</summary>
/// <param name="Number">Which case of the run, from 0.</param>
/// <param name="Shape">What the case is large in.</param>
/// <param name="Setup">The server.</param>
/// <param name="Codes">The seed of the codes that become operations; see <see cref="OperationDecoder"/>.</param>
/// <param name="ObservationPolicy">When the server is observed.</param>
/// <param name="HasConsumers">Whether consumers are registered, and notified of what happens.</param>
internal sealed record GeneratedCase(
    int Number,
    CaseShape Shape,
    ServerSetup Setup,
    ulong Codes,
    ObservationPolicy ObservationPolicy,
    bool HasConsumers);
