using System.Text.Json;
using DhpConformance.Abstractions;
using DhpConformance.Tests.Properties;

namespace DhpConformance.Tests.Abstractions.Wire;

/// <summary>What setups a server takes, as JSON.</summary>
public sealed class LimitsJsonProperties : CodecProperties<ServerLimits>, IControlled
{
    private static readonly Codec<ServerLimits> Real = new(
        Write: value => JsonSerializer.Serialize(value, VocabularyJson.Default.ServerLimits),
        Read: text => JsonSerializer.Deserialize(text, VocabularyJson.Default.ServerLimits)!,
        Refuses: exception => exception is JsonException);

    public LimitsJsonProperties()
        : base(Real)
    {
    }

    internal LimitsJsonProperties(Codec<ServerLimits> codec)
        : base(codec)
    {
    }

    public static IEnumerable<Control> Controls => ControlsOf(
        Real,
        new(),
        limits => limits with { MemoryGranularity = 1 },
        codec => new LimitsJsonProperties(codec));
}
