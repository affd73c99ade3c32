namespace DhpConformance.Hosting.Protocol;

/// <summary>JSON that is not what the protocol asks for. The message completes "because ...".</summary>
internal sealed class ProtocolException(string because) : Exception(because);
