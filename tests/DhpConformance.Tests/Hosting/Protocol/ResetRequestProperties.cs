using System.Text;
using System.Text.Json;
using DhpConformance.Abstractions;
using DhpConformance.Hosting.Protocol;
using DhpConformance.Tests.Properties;

namespace DhpConformance.Tests.Hosting.Protocol;

/// <summary>Requests to reset a server, as an adapter reads them.</summary>
public sealed class ResetRequestProperties : CodecProperties<ServerSetup>, IControlled
{
    private static readonly Codec<ServerSetup> Real = new(
        Write: Written,
        Read: Understood,
        Refuses: exception => exception is JsonException or ProtocolException);

    public ResetRequestProperties()
        : base(Real)
    {
    }

    internal ResetRequestProperties(Codec<ServerSetup> codec)
        : base(codec)
    {
    }

    public static IEnumerable<Control> Controls => ControlsOf(
        Real,
        new(Partitionability.Static, [], []),
        setup => setup with { Partitionability = Partitionability.Static },
        codec => new ResetRequestProperties(codec));

    private static string Written(ServerSetup value)
    {
        using var writer = new RequestWriter();
        return Encoding.UTF8.GetString(writer.Reset(7, 1000, value).Span);
    }

    private static ServerSetup Understood(string text) =>
        new Request(Envelope.Read(Encoding.UTF8.GetBytes(text.TrimEnd('\n', ' '))), Method.Reset).Setup();
}
