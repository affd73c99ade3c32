using System.Text.Json;

namespace DhpConformance.Adapters.Qemu.Monitor;

/// <summary>What QEMU answers to a command: a value, or an error with a class and a text.</summary>
internal readonly record struct QmpAnswer(JsonElement Value, string? ErrorClass, string? Error)
{
    public static QmpAnswer Read(JsonElement message) =>
        message.TryGetProperty("error", out var error)
            ? new(default, error.GetProperty("class").GetString(), error.GetProperty("desc").GetString())
            : new(message.GetProperty("return"), null, null);
}
