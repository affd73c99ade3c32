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

    /// <param name="id">The number of the request.</param>
    /// <param name="deadlineMs">Milliseconds until the answer has to be written.</param>
    /// <param name="operation">What is asked for.</param>
    /// <param name="client">Which of several clients asks; null where there is one.</param>
    public ReadOnlyMemory<byte> Apply(long id, long deadlineMs, Operation operation, int? client = null)
    {
        Begin(id, Method.Apply, deadlineMs, client);
        Json.WritePropertyName("operation"u8);
        JsonSerializer.Serialize(Json, operation, VocabularyJson.Default.Operation);
        return EndRequest();
    }

    /// <summary>A request without arguments: <see cref="Method.Observe"/> or <see cref="Method.Shutdown"/>.</summary>
    public ReadOnlyMemory<byte> Plain(long id, long deadlineMs, Method method, int? client = null)
    {
        Begin(id, method, deadlineMs, client);
        return EndRequest();
    }

    public ReadOnlyMemory<byte> Join(long id, long deadlineMs, string session, int client)
    {
        Begin(id, Method.Join, deadlineMs, client);
        Json.WriteString("session"u8, session);
        return EndRequest();
    }

    private void Begin(long id, Method method, long deadlineMs, int? client = null)
    {
        Begin(id);
        Json.WriteString("method"u8, method.Name());
        Json.WriteStartObject("params"u8);
        Json.WriteNumber("deadlineMs"u8, deadlineMs);
        if (client is { } number)
        {
            Json.WriteNumber("client"u8, number);
        }
    }

    private ReadOnlyMemory<byte> EndRequest()
    {
        Json.WriteEndObject();
        return End();
    }
}
