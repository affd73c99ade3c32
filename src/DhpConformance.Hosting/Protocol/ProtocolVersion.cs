namespace DhpConformance.Hosting.Protocol;

/// <summary>
/// The versions of <c>specs/protocol.md</c> that this library speaks. A new major version breaks adapters; a new
/// minor version adds what an adapter of the one before can leave out.
/// </summary>
internal static class ProtocolVersion
{
    public const string Current = "1.1";

    /// <summary>
    /// The supported versions, the newest first. 1.1 added traits and clients, which may be left out.
    /// </summary>
    public static readonly string[] Supported = [Current, "1.0"];

    /// <summary>Clients that ask one server at once, at most; each has a number from 0.</summary>
    public const int MostClients = 16;

    /// <summary>Most bytes in a line, its end included.</summary>
    public const int MaximumLine = 1 << 20;
}
