using System.Text.Json;
using DhpConformance.Abstractions;

namespace DhpConformance.Hosting.Protocol;

/// <summary>Writes what the suite asks.</summary>
internal sealed class RequestWriter : MessageWriter
{
    private static readonly string SuiteVersion =
        typeof(RequestWriter).Assembly.GetName().Version?.ToString(3) ?? "0.0.0";

    public ReadOnlyMemory<byte> Initialize(long id, long deadlineMs)
    {
        Begin(id, Method.Initialize, deadlineMs);
        Json.WriteStartArray("protocolVersions"u8);
        foreach (var version in ProtocolVersion.Supported)
        {
            Json.WriteStringValue(version);
        }

        Json.WriteEndArray();
        Json.WriteStartObject("suite"u8);
        Json.WriteString("name"u8, "DhpConformance"u8);
        Json.WriteString("version"u8, SuiteVersion);
        Json.WriteEndObject();
        return EndRequest();
    }

    public ReadOnlyMemory<byte> Reset(long id, long deadlineMs, ServerSetup setup)
    {
        Begin(id, Method.Reset, deadlineMs);
        Json.WritePropertyName("setup"u8);
        JsonSerializer.Serialize(Json, setup, VocabularyJson.Default.ServerSetup);
        return EndRequest();
    }

    public ReadOnlyMemory<byte> Apply(long id, long deadlineMs, Operation operation)
    {
        Begin(id, Method.Apply, deadlineMs);
        Json.WritePropertyName("operation"u8);
        JsonSerializer.Serialize(Json, operation, VocabularyJson.Default.Operation);
        return EndRequest();
    }

    /// <summary>A request without arguments: <see cref="Method.Observe"/> or <see cref="Method.Shutdown"/>.</summary>
    public ReadOnlyMemory<byte> Plain(long id, long deadlineMs, Method method)
    {
        Begin(id, method, deadlineMs);
        return EndRequest();
    }

    private void Begin(long id, Method method, long deadlineMs)
    {
        Begin(id);
        Json.WriteString("method"u8, method.Name());
        Json.WriteStartObject("params"u8);
        Json.WriteNumber("deadlineMs"u8, deadlineMs);
    }

    private ReadOnlyMemory<byte> EndRequest()
    {
        Json.WriteEndObject();
        return End();
    }
}
