using System.Text;
using System.Text.Json;
using DhpConformance.Abstractions;
using DhpConformance.Hosting.Protocol;
using DhpConformance.Tests.Properties;

namespace DhpConformance.Tests.Hosting.Protocol;

/// <summary>Claims as they are in claims files and in the handshake.</summary>
public sealed class ClaimsJsonProperties : CodecProperties<Claims>, IControlled
{
    private static readonly Codec<Claims> Real = new(
        Write: Written,
        Read: text => ClaimsJson.Read(Encoding.UTF8.GetBytes(text)),
        Refuses: exception => exception is JsonException or ProtocolException);

    public ClaimsJsonProperties()
        : base(Real)
    {
    }

    internal ClaimsJsonProperties(Codec<Claims> codec)
        : base(codec)
    {
    }

    public static IEnumerable<Control> Controls => ControlsOf(
        Real,
        Claims.None,
        claims => claims.Without(Claim.HotReplace),
        codec => new ClaimsJsonProperties(codec));

    private static string Written(Claims claims)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            ClaimsJson.Write(json, claims);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
