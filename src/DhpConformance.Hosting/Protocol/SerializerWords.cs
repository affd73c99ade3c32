using System.Text.RegularExpressions;

namespace DhpConformance.Hosting.Protocol;

/// <summary>
/// What the serializer says is wrong, in the words of the protocol: its own speak of types and members of .NET, and
/// whoever wrote an adapter has seen neither.
/// </summary>
internal static partial class SerializerWords
{
    private const string OfTheVocabulary = "Expected ";

    /// <summary>Reads like <c>at $.outcome: the member "reason" is missing</c>.</summary>
    /// <param name="message">As the serializer or a converter of the vocabulary has it.</param>
    /// <param name="path">Where it is; null for the whole value.</param>
    public static string Of(string message, string? path)
    {
        var text = message.Split(" Path: ")[0].TrimEnd('.');
        return $"at {path ?? "$"}: {Translated(text)}";
    }

    private static string Translated(string text) =>
        Unknown().Match(text) is { Success: true } unknown ? $"the member \"{unknown.Groups[1]}\" is unknown"
        : Missing().Match(text) is { Success: true } missing
            ? $"missing is {missing.Groups[1].Value.Replace('\'', '"')}"
        : Twice().Match(text) is { Success: true } twice ? $"the member \"{twice.Groups[1]}\" is given twice"
        : Null().Match(text) is { Success: true } nothing ? $"\"{nothing.Groups[1]}\" is null, and must not be"
        : Discriminator().Match(text) is { Success: true } kind ? $"\"{kind.Groups[1]}\" is not known"
        : text.Contains("must specify a type discriminator", StringComparison.Ordinal)
            ? "the member that says which one it is, is missing"
        : Number().IsMatch(text)
            ? "it is not a whole number, or one that is too large"
        : text.Contains("System.Boolean", StringComparison.Ordinal) ? "it is neither true nor false"
        : text.Contains("System.String", StringComparison.Ordinal) ? "it is not text"
        : text.StartsWith(OfTheVocabulary, StringComparison.Ordinal) ? $"expected {text[OfTheVocabulary.Length..]}"
        : text.Contains("member", StringComparison.Ordinal) && !text.Contains("type", StringComparison.Ordinal)
            ? $"{char.ToLowerInvariant(text[0])}{text[1..]}"
        : "what stands there does not belong there";

    [GeneratedRegex("^The JSON property '(.*)' could not be mapped to any")]
    private static partial Regex Unknown();

    [GeneratedRegex("was missing required properties including: (.*)$")]
    private static partial Regex Missing();

    [GeneratedRegex("System\\.U?Int")]
    private static partial Regex Number();

    [GeneratedRegex("^Duplicate property '(.*)' encountered")]
    private static partial Regex Twice();

    [GeneratedRegex("'([^']*)' on type '.*' doesn't allow")]
    private static partial Regex Null();

    [GeneratedRegex("unrecognized type discriminator id '(.*)'")]
    private static partial Regex Discriminator();
}
