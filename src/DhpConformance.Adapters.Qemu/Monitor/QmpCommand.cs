using System.Text.Json.Nodes;

namespace DhpConformance.Adapters.Qemu.Monitor;

/// <summary>A command of the QEMU Machine Protocol, as the line that is sent.</summary>
internal readonly record struct QmpCommand(string Line)
{
    /// <summary>The command with these arguments.</summary>
    public static QmpCommand Of(string name, params ReadOnlySpan<(string Name, JsonNode? Value)> arguments)
    {
        var command = new JsonObject { ["execute"] = name };
        if (!arguments.IsEmpty)
        {
            var members = new JsonObject();
            foreach (var (member, value) in arguments)
            {
                members[member] = value;
            }

            command["arguments"] = members;
        }

        return new(command.ToJsonString());
    }
}
