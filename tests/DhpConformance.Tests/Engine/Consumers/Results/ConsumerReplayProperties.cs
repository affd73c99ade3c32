using System.Text.Json;
using DhpConformance.Engine.Consumers;
using DhpConformance.Tests.Properties;
using FsCheck.Fluent;

namespace DhpConformance.Tests.Engine.Consumers.Results;

/// <summary>Replay files of drivers and applications.</summary>
public sealed class ConsumerReplayProperties : CodecProperties<ConsumerReplay>, IControlled
{
    private static readonly Codec<ConsumerReplay> Real = new(
        Write: value => JsonSerializer.Serialize(value, ConsumerResultsJson.Default.ConsumerReplay),
        Read: text => JsonSerializer.Deserialize(text, ConsumerResultsJson.Default.ConsumerReplay)
            ?? throw new JsonException("null"),
        Refuses: exception => exception is JsonException);

    public ConsumerReplayProperties()
        : base(Real)
    {
    }

    internal ConsumerReplayProperties(Codec<ConsumerReplay> codec)
        : base(codec)
    {
    }

    public static IEnumerable<Control> Controls => ControlsOf(
        Real,
        Files.ConsumerReplays.Generator.Sample(1).Single(),
        replay => replay with { Machine = replay.Machine with { Maximum = 0 } },
        codec => new ConsumerReplayProperties(codec));
}
