using System.Text.Json;
using DhpConformance.Abstractions;

namespace DhpConformance.Hosting.Protocol;

/// <summary>What an adapter says of itself before anything else.</summary>
/// <param name="Version">The protocol version it chose.</param>
/// <param name="Description">Who it is, what it claims, and the setups it can be reset to.</param>
/// <param name="RestartPerReset">Whether it can be reset only once, so that a fresh process has to do it.</param>
internal sealed record Handshake(string Version, ImplementationDescription Description, bool RestartPerReset)
{
    private static readonly ObjectShape Shape =
        new(["protocolVersion", "implementation", "claims", "limits", "reset"], "traits");

    private static readonly ObjectShape Implementation = new(["name", "version"]);

    /// <summary>
    /// Why it cannot be judged as what it says it is, as a sentence with the remedy; null if it can.
    /// </summary>
    public string? Problem { get; init; }

    public static Handshake Read(ReadOnlySpan<byte> json)
    {
        if (IsOfConsumer(json))
        {
            return new(ProtocolVersion.Supported[^1], new("", "", Claims.None), RestartPerReset: false)
            {
                Problem = "It is a driver or an application and no server; add --role consumer.",
            };
        }

        Span<Range> parts = stackalloc Range[6];
        Shape.Read(json, parts);
        Span<Range> names = stackalloc Range[2];
        var implementation = json[parts[1]];
        Implementation.Read(implementation, names);
        return new Handshake(
            JsonValue.Text(json[parts[0]], "protocolVersion"),
            new ImplementationDescription(
                JsonValue.Text(implementation[names[0]], "name"),
                JsonValue.Text(implementation[names[1]], "version"),
                TraitsJson.Read(ClaimsJson.Read(json[parts[2]]), json[parts[5]], out var problem))
            {
                Limits = Possible(JsonValue.Vocabulary(json[parts[3]], VocabularyJson.Default.ServerLimits)),
            },
            JsonValue.Text(json[parts[4]], "reset") switch
            {
                "reset" => false,
                "restart" => true,
                var other => throw new ProtocolException(
                    $"\"reset\" is \"{Excerpt.Of(other)}\" and neither \"reset\" nor \"restart\""),
            })
        {
            Problem = problem,
        }.WithoutClientsBefore11();
    }

    private static bool IsOfConsumer(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("consumer"u8))
            {
                return true;
            }

            reader.Read();
            reader.Skip();
        }

        return false;
    }

    // Whoever says no version in which requests have clients cannot take them.
    private Handshake WithoutClientsBefore11() =>
        Version == "1.0" && Description.Claims.Has(Claim.ConcurrentRequests)
            ? this with
            {
                Problem = Problem
                    ?? "It claims \"concurrent-requests\", which needs protocol version 1.1, and speaks 1.0; choose "
                        + "1.1, or claim less.",
            }
            : this;

    private static ServerLimits Possible(ServerLimits limits)
    {
        var possible = limits is
        {
            Partitions: >= 1, Processors: >= 1, MemoryModules: >= 1, IoHostBridges: >= 0, MemoryGranularity: >= 1,
        };
        return !possible
            ? throw new ProtocolException("in \"limits\" only \"ioHostBridges\" may be 0, and nothing less than that")
            : limits.MemoryBytes < limits.MemoryGranularity
            ? throw new ProtocolException(
                "in \"limits\" \"memoryBytes\" is less than \"memoryGranularity\", so that no memory module fits; "
                + "leave it out if there is no limit")
            : limits;
    }
}
