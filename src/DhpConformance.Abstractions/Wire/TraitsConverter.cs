using System.Text.Json;
using System.Text.Json.Serialization;

namespace DhpConformance.Abstractions;

/// <summary>
/// Writes traits as an object with a member for each that is declared: its value, or true for one without a value.
/// </summary>
public sealed class TraitsConverter : JsonConverter<Traits>
{
    /// <inheritdoc/>
    /// <exception cref="JsonException">
    /// A trait is unknown, given twice, or has a value out of its range. Its message is a sentence.
    /// </exception>
    public override Traits Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("Expected an object of traits.");
        }

        var traits = Traits.None;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var trait = Known(reader.GetString()!);
            if (traits.Has(trait))
            {
                throw new JsonException($"The trait \"{TraitRequirements.Name(trait)}\" is given twice; give it once.");
            }

            reader.Read();
            traits = Declared(traits, trait, ref reader);
        }

        return traits;
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Traits value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStartObject();
        foreach (var trait in value)
        {
            writer.WritePropertyName(TraitRequirements.Name(trait));
            if (TraitRequirements.TakesValue(trait))
            {
                writer.WriteNumberValue(value[trait]);
            }
            else
            {
                writer.WriteBooleanValue(true);
            }
        }

        writer.WriteEndObject();
    }

    private static Trait Known(string name)
    {
        foreach (var trait in Enum.GetValues<Trait>())
        {
            if (TraitRequirements.Name(trait) == name)
            {
                return trait;
            }
        }

        var known = string.Join(", ", Enum.GetValues<Trait>().Select(TraitRequirements.Name));
        throw new JsonException($"The trait \"{name}\" is unknown; known are: {known}.");
    }

    private static Traits Declared(Traits traits, Trait trait, ref Utf8JsonReader reader)
    {
        if (!TraitRequirements.TakesValue(trait))
        {
            return reader.TokenType switch
            {
                JsonTokenType.True => traits.With(trait),
                JsonTokenType.False => traits,
                _ => throw new JsonException(
                    $"The trait \"{TraitRequirements.Name(trait)}\" has no value; declare it as true, "
                        + "or leave it out."),
            };
        }

        if (reader.TokenType != JsonTokenType.Number || !reader.TryGetInt64(out var value))
        {
            reader.Skip();
            throw new JsonException(
                $"The trait \"{TraitRequirements.Name(trait)}\" needs a value; give a whole number.");
        }

        return TraitRequirements.ValueProblem(trait, value) is { } problem
            ? throw new JsonException(problem)
            : traits.With(trait, value);
    }
}
