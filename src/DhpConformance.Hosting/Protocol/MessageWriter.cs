using System.Buffers;
using System.Text.Json;

namespace DhpConformance.Hosting.Protocol;

/// <summary>Writes one message after another into the same memory, each as a line.</summary>
internal abstract class MessageWriter : IDisposable
{
    private readonly ArrayBufferWriter<byte> buffer = new(4096);

    protected MessageWriter() => Json = new Utf8JsonWriter(buffer, new JsonWriterOptions { SkipValidation = true });

    protected Utf8JsonWriter Json { get; }

    public void Dispose() => Json.Dispose();

    /// <summary>
    /// Begins a message, up to and including its id; a null id stands for a request that was not read.
    /// </summary>
    protected void Begin(long? id)
    {
        buffer.ResetWrittenCount();
        Json.Reset();
        Json.WriteStartObject();
        Json.WriteString("jsonrpc"u8, "2.0"u8);
        Json.WritePropertyName("id"u8);
        if (id is { } number)
        {
            Json.WriteNumberValue(number);
        }
        else
        {
            Json.WriteNullValue();
        }
    }

    /// <summary>Ends it. The line is valid until the next message is begun.</summary>
    protected ReadOnlyMemory<byte> End()
    {
        Json.WriteEndObject();
        Json.Flush();
        buffer.Write("\n"u8);
        return buffer.WrittenMemory;
    }
}
