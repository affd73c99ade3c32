using System.Text.Json;
using DhpConformance.Abstractions;
using DhpConformance.Tests.Properties;
using FsCheck.Fluent;

namespace DhpConformance.Tests.Abstractions.Wire;

/// <summary>What is seen of a server, as JSON.</summary>
public sealed class ObservationJsonProperties : CodecProperties<Observation>, IControlled
{
    private static readonly Codec<Observation> Real = new(
        Write: value => JsonSerializer.Serialize(value, VocabularyJson.Default.Observation),
        Read: text => JsonSerializer.Deserialize(text, VocabularyJson.Default.Observation)!,
        Refuses: exception => exception is JsonException);

    public ObservationJsonProperties()
        : base(Real)
    {
    }

    internal ObservationJsonProperties(Codec<Observation> codec)
        : base(codec)
    {
    }

    public static IEnumerable<Control> Controls => ControlsOf(
        Real,
        Vocabulary.Observations.Generator.Sample(1).Single(),
        seen => seen with { PoweredOn = true },
        codec => new ObservationJsonProperties(codec));
}
