using System.Text.Json;
using DhpConformance.Abstractions;
using DhpConformance.Tests.Properties;

namespace DhpConformance.Tests.Abstractions.Wire;

/// <summary>Servers as JSON.</summary>
public sealed class SetupJsonProperties : CodecProperties<ServerSetup>, IControlled
{
    private static readonly Codec<ServerSetup> Real = new(
        Write: value => JsonSerializer.Serialize(value, VocabularyJson.Default.ServerSetup),
        Read: text => JsonSerializer.Deserialize(text, VocabularyJson.Default.ServerSetup)!,
        Refuses: exception => exception is JsonException);

    public SetupJsonProperties()
        : base(Real)
    {
    }

    internal SetupJsonProperties(Codec<ServerSetup> codec)
        : base(codec)
    {
    }

    public static IEnumerable<Control> Controls => ControlsOf(
        Real,
        new(Partitionability.Static, [], []),
        setup => setup with { Units = [.. setup.Units.Select(unit => unit with { SerialNumber = "" })] },
        codec => new SetupJsonProperties(codec));
}
