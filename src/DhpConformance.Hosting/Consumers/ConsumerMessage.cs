using System.Buffers;
using System.Text.Json;
using DhpConformance.Abstractions;

namespace DhpConformance.Hosting.OutOfProcess;

/// <summary>The lines that the suite writes to a consumer.</summary>
internal static class ConsumerMessage
{
    /// <summary>The version of the protocol that has consumers.</summary>
    public const string Version = "1.1";

    public static ReadOnlyMemory<byte> Initialize(long id, long deadlineMs) =>
        Request(id, "initialize", deadlineMs, json =>
    {
        json.WriteStartArray("protocolVersions"u8);
        json.WriteStringValue(Version);
        json.WriteEndArray();
        json.WriteString("role"u8, "consumer"u8);
    });

    public static ReadOnlyMemory<byte> Plain(long id, string method, long deadlineMs) =>
        Request(id, method, deadlineMs, _ => { });

    public static ReadOnlyMemory<byte> Event(long id, long deadlineMs, ConsumerEvent happening) =>
        Request(id, "event", deadlineMs, json =>
        {
            json.WritePropertyName("event"u8);
            JsonSerializer.Serialize(json, happening, ConsumerJson.Default.ConsumerEvent);
        });

    /// <summary>The answer to a call of the consumer.</summary>
    public static ReadOnlyMemory<byte> Answer(long id, SystemAnswer answer) => Line(json =>
    {
        json.WriteNumber("id"u8, id);
        json.WritePropertyName("result"u8);
        JsonSerializer.Serialize(json, answer, ConsumerJson.Default.SystemAnswer);
    });

    private static ReadOnlyMemory<byte> Request(long id, string method, long deadlineMs,
        Action<Utf8JsonWriter> write) =>
        Line(json =>
        {
            json.WriteNumber("id"u8, id);
            json.WriteString("method"u8, method);
            json.WriteStartObject("params"u8);
            json.WriteNumber("deadlineMs"u8, deadlineMs);
            write(json);
            json.WriteEndObject();
        });

    private static ReadOnlyMemory<byte> Line(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("jsonrpc"u8, "2.0"u8);
            write(json);
            json.WriteEndObject();
        }

        buffer.Write("\n"u8);
        return buffer.WrittenMemory;
    }
}
