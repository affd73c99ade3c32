using DhpConformance.Abstractions;

namespace DhpConformance.Hosting.Protocol;

/// <summary>What an adapter says of itself before anything else.</summary>
/// <param name="Version">The protocol version it chose.</param>
/// <param name="Description">Who it is, what it claims, and the setups it can be reset to.</param>
/// <param name="RestartPerReset">Whether it can be reset only once, so that a fresh process has to do it.</param>
internal sealed record Handshake(string Version, ImplementationDescription Description, bool RestartPerReset)
{
    private static readonly ObjectShape Shape =
        new(["protocolVersion", "implementation", "claims", "limits", "reset"]);

    private static readonly ObjectShape Implementation = new(["name", "version"]);

    public static Handshake Read(ReadOnlySpan<byte> json)
    {
        Span<Range> parts = stackalloc Range[5];
        Shape.Read(json, parts);
        Span<Range> names = stackalloc Range[2];
        var implementation = json[parts[1]];
        Implementation.Read(implementation, names);
        return new Handshake(
            JsonValue.Text(json[parts[0]], "protocolVersion"),
            new ImplementationDescription(
                JsonValue.Text(implementation[names[0]], "name"),
                JsonValue.Text(implementation[names[1]], "version"),
                ClaimsJson.Read(json[parts[2]]))
            {
                Limits = Possible(JsonValue.Vocabulary(json[parts[3]], VocabularyJson.Default.ServerLimits)),
            },
            JsonValue.Text(json[parts[4]], "reset") switch
            {
                "reset" => false,
                "restart" => true,
                var other => throw new ProtocolException(
                    $"\"reset\" is \"{Excerpt.Of(other)}\" and neither \"reset\" nor \"restart\""),
            });
    }

    private static ServerLimits Possible(ServerLimits limits)
    {
        var possible = limits is
        {
            Partitions: >= 1, Processors: >= 1, MemoryModules: >= 1, IoHostBridges: >= 0, MemoryGranularity: >= 1,
        };
        return possible
            ? limits
            : throw new ProtocolException("in \"limits\" only \"ioHostBridges\" may be 0, and nothing less than that");
    }
}
