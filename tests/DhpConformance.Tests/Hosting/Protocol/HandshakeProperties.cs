using System.Text;
using System.Text.Json;
using DhpConformance.Abstractions;
using DhpConformance.Hosting.Protocol;
using DhpConformance.Tests.Properties;

namespace DhpConformance.Tests.Hosting.Protocol;

/// <summary>What an adapter says of itself before anything else: name, claims, traits and limits.</summary>
public sealed class HandshakeProperties : CodecProperties<ImplementationDescription>, IControlled
{
    private static readonly Codec<ImplementationDescription> Real = new(
        Write: Written,
        Read: Understood,
        Refuses: exception => exception is JsonException or ProtocolException);

    public HandshakeProperties()
        : base(Real)
    {
    }

    internal HandshakeProperties(Codec<ImplementationDescription> codec)
        : base(codec)
    {
    }

    public static IEnumerable<Control> Controls => ControlsOf(
        Real,
        new("sample", "1", Claims.None),
        description => description with { Claims = description.Claims.With(Traits.None) },
        codec => new HandshakeProperties(codec));

    private static string Written(ImplementationDescription value)
    {
        using var writer = new ResponseWriter();
        using var answer = JsonDocument.Parse(writer.Handshake(7, "1.1", value, restartPerReset: false));
        return answer.RootElement.GetProperty("result").GetRawText();
    }

    private static ImplementationDescription Understood(string text)
    {
        var handshake = Handshake.Read(Encoding.UTF8.GetBytes(text));
        return handshake.Problem is null
            ? handshake.Description
            : throw new ProtocolException(handshake.Problem);
    }
}
