using System.Text.Json;
using DhpConformance.Abstractions;
using DhpConformance.Tests.Properties;

namespace DhpConformance.Tests.Abstractions.Wire;

/// <summary>Answers as JSON.</summary>
public sealed class OutcomeJsonProperties : CodecProperties<Outcome>, IControlled
{
    private static readonly Codec<Outcome> Real = new(
        Write: value => JsonSerializer.Serialize(value, VocabularyJson.Default.Outcome),
        Read: text => JsonSerializer.Deserialize(text, VocabularyJson.Default.Outcome),
        Refuses: exception => exception is JsonException);

    public OutcomeJsonProperties()
        : base(Real)
    {
    }

    internal OutcomeJsonProperties(Codec<Outcome> codec)
        : base(codec)
    {
    }

    public static IEnumerable<Control> Controls => ControlsOf(
        Real,
        Outcome.Completed,
        outcome => outcome.Failure is null ? outcome : Outcome.Failed(FailureReason.TimedOut),
        codec => new OutcomeJsonProperties(codec));
}
