using System.Text.Json;
using System.Text.Json.Serialization;

namespace DhpConformance.Abstractions;

/// <summary>Writes an enumeration as <c>kebab-case</c> text and takes nothing else.</summary>
public sealed class KebabCaseConverter<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.KebabCaseLower, false)
    where T : struct, Enum;
