using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using DhpConformance.Abstractions;
using DhpConformance.Model.Rules;

namespace DhpConformance.Engine.Results;

/// <summary>Results as JSON; <c>specs/results.schema.json</c> describes the format.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    AllowDuplicateProperties = false,
    AllowOutOfOrderMetadataProperties = true,
    WriteIndented = true,
    NewLine = "\n",
    Converters = [typeof(KebabCaseConverter<OperationKind>)])]
[JsonSerializable(typeof(RunResults))]
public sealed partial class ResultsJson : JsonSerializerContext
{
    /// <summary>
    /// The text of a file with results, as <see cref="JsonSerializer"/> writes it, without a new line at the end.
    /// </summary>
    /// <remarks>
    /// The generated method is called directly. The serializer, and the generated property for the type of the results,
    /// would first describe each member of each type, and the runtime would compile some 2,300 methods for that.
    /// </remarks>
    public static string Text(RunResults results)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            Default.RunResultsSerializeHandler(json, results);
        }

        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }
}
