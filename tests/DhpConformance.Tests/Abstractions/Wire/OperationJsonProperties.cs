using System.Text.Json;
using DhpConformance.Abstractions;
using DhpConformance.Tests.Properties;

namespace DhpConformance.Tests.Abstractions.Wire;

/// <summary>Operations as JSON.</summary>
public sealed class OperationJsonProperties : CodecProperties<Operation>, IControlled
{
    private static readonly Codec<Operation> Real = new(
        Write: value => JsonSerializer.Serialize(value, VocabularyJson.Default.Operation),
        Read: text => JsonSerializer.Deserialize(text, VocabularyJson.Default.Operation)!,
        Refuses: exception => exception is JsonException);

    public OperationJsonProperties()
        : base(Real)
    {
    }

    internal OperationJsonProperties(Codec<Operation> codec)
        : base(codec)
    {
    }

    public static IEnumerable<Control> Controls => ControlsOf(
        Real,
        new Settle(),
        operation => operation is HotAdd ? new Settle() : operation,
        codec => new OperationJsonProperties(codec));
}
