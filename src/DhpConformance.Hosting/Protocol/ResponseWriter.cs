using System.Text.Json;
using DhpConformance.Abstractions;

namespace DhpConformance.Hosting.Protocol;

/// <summary>Writes what an adapter answers.</summary>
internal sealed class ResponseWriter : MessageWriter
{
    public ReadOnlyMemory<byte> Handshake(
        long id, string version, ImplementationDescription description, bool restartPerReset)
    {
        Result(id);
        Json.WriteStartObject();
        Json.WriteString("protocolVersion"u8, version);
        Json.WriteStartObject("implementation"u8);
        Json.WriteString("name"u8, description.Name);
        Json.WriteString("version"u8, description.Version);
        Json.WriteEndObject();
        Json.WritePropertyName("claims"u8);
        ClaimsJson.Write(Json, description.Claims);
        if (!description.Claims.Traits.IsEmpty)
        {
            Json.WritePropertyName("traits"u8);
            TraitsJson.Write(Json, description.Claims.Traits);
        }

        Json.WritePropertyName("limits"u8);
        JsonSerializer.Serialize(Json, description.Limits, VocabularyJson.Default.ServerLimits);
        Json.WriteString("reset"u8, restartPerReset ? "restart"u8 : "reset"u8);
        Json.WriteEndObject();
        return End();
    }

    public ReadOnlyMemory<byte> Outcome(long id, Outcome outcome)
    {
        Result(id);
        JsonSerializer.Serialize(Json, outcome, VocabularyJson.Default.Outcome);
        return End();
    }

    public ReadOnlyMemory<byte> Observation(long id, Observation observation)
    {
        Result(id);
        JsonSerializer.Serialize(Json, observation, VocabularyJson.Default.Observation);
        return End();
    }

    public ReadOnlyMemory<byte> Empty(long id) => Reset(id, null);

    /// <param name="id">The number of the request.</param>
    /// <param name="session">What further connections may join; null if there is nothing.</param>
    public ReadOnlyMemory<byte> Reset(long id, string? session)
    {
        Result(id);
        Json.WriteStartObject();
        if (session is not null)
        {
            Json.WriteString("session"u8, session);
        }

        Json.WriteEndObject();
        return End();
    }

    public ReadOnlyMemory<byte> Error(long? id, ErrorCode code, string message)
    {
        Begin(id);
        Json.WriteStartObject("error"u8);
        Json.WriteNumber("code"u8, (int)code);
        Json.WriteString("message"u8, message);
        if (code == ErrorCode.UnsupportedVersion)
        {
            Json.WriteStartObject("data"u8);
            Json.WriteStartArray("supported"u8);
            foreach (var version in ProtocolVersion.Supported)
            {
                Json.WriteStringValue(version);
            }

            Json.WriteEndArray();
            Json.WriteEndObject();
        }

        Json.WriteEndObject();
        return End();
    }

    private void Result(long id)
    {
        Begin(id);
        Json.WritePropertyName("result"u8);
    }
}
