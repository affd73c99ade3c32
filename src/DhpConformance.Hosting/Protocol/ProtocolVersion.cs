namespace DhpConformance.Hosting.Protocol;

/// <summary>
/// The versions of <c>specs/protocol.md</c> that this library speaks. A new major version breaks adapters; a new
/// minor version adds what an adapter of the one before can leave out.
/// </summary>
internal static class ProtocolVersion
{
    public const string Current = "1.1";

    /// <summary>The versions that are spoken, the newest first. 1.1 added traits, which may be left out.</summary>
    public static readonly string[] Supported = [Current, "1.0"];

    /// <summary>Most bytes in a line, its end included.</summary>
    public const int MaximumLine = 1 << 20;
}
