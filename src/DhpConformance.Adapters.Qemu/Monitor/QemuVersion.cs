using System.Text.Json;

namespace DhpConformance.Adapters.Qemu.Monitor;

/// <summary>The version with which a QEMU greets.</summary>
internal sealed record QemuVersion(int Major, string Text)
{
    public static QemuVersion Read(JsonElement greeting)
    {
        var version = greeting.GetProperty("QMP").GetProperty("version");
        var numbers = version.GetProperty("qemu");
        var major = numbers.GetProperty("major").GetInt32();
        return new(major, $"{major}.{numbers.GetProperty("minor")}.{numbers.GetProperty("micro")}");
    }
}
