using System.Text;
using System.Text.Json;
using DhpConformance.Abstractions;
using DhpConformance.Hosting.Protocol;
using DhpConformance.Tests.Properties;

namespace DhpConformance.Tests.Hosting.Protocol;

/// <summary>Requests to carry out an operation, as an adapter reads them.</summary>
public sealed class ApplyRequestProperties : CodecProperties<Operation>, IControlled
{
    private static readonly Codec<Operation> Real = new(
        Write: Written,
        Read: Understood,
        Refuses: exception => exception is JsonException or ProtocolException);

    public ApplyRequestProperties()
        : base(Real)
    {
    }

    internal ApplyRequestProperties(Codec<Operation> codec)
        : base(codec)
    {
    }

    public static IEnumerable<Control> Controls => ControlsOf(
        Real,
        new Settle(),
        operation => operation is HotAdd ? new Settle() : operation,
        codec => new ApplyRequestProperties(codec));

    private static string Written(Operation value)
    {
        using var writer = new RequestWriter();
        return Encoding.UTF8.GetString(writer.Apply(7, 1000, value).Span);
    }

    private static Operation Understood(string text) =>
        new Request(Envelope.Read(Encoding.UTF8.GetBytes(text.TrimEnd('\n', ' '))), Method.Apply).Operation();
}
