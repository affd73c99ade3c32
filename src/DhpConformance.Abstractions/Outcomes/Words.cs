using System.Text.Json;

namespace DhpConformance.Abstractions;

/// <summary>Names of the vocabulary as words for people: <c>NotPresent</c> reads <c>not present</c>.</summary>
public static class Words
{
    /// <summary>The name of an enumeration member in lower case words.</summary>
    public static string Of<T>(T member)
        where T : struct, Enum =>
        JsonNamingPolicy.KebabCaseLower.ConvertName(member.ToString()).Replace('-', ' ');
}
