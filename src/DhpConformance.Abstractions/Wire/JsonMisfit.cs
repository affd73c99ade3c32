using System.Text.Json;
using System.Text.RegularExpressions;

namespace DhpConformance.Abstractions;

/// <summary>
/// What the serializer says is wrong, in the words of the protocol: its own speak of types and members of .NET, and
/// whoever wrote an adapter has seen neither.
/// </summary>
public static partial class JsonMisfit
{
    private const string OfTheVocabulary = "Expected ";

    // In languages whose numbers have no end, a bit beyond the group is no overflow.
    private const string OfMasks =
        "a mask has one bit for each of the 64 processors of a group; it is a whole number from 0 to 2^64 - 1";

    /// <summary>
    /// Whether the serializer throws it because of what it reads: JSON that does not fit, an operation that does not
    /// say which one it is, or a name that cannot be decoded.
    /// </summary>
    public static bool Is(Exception problem) =>
        problem is JsonException or NotSupportedException or InvalidOperationException or FormatException
            or OverflowException or ArgumentException;

    /// <summary>Reads like <c>at $.outcome: the member "reason" is missing</c>.</summary>
    /// <param name="problem">As the serializer or a converter of the vocabulary has thrown it.</param>
    public static string Of(Exception problem)
    {
        ArgumentNullException.ThrowIfNull(problem);
        var text = problem.Message.Split(" Path: ")[0].TrimEnd('.');
        var path = (problem as JsonException)?.Path ?? "$";
        return $"at {path}: {(path.EndsWith(".mask", StringComparison.Ordinal) ? OfMasks : Translated(text))}";
    }

    private static string Translated(string text) =>
        Unknown().Match(text) is { Success: true } unknown ? $"the member \"{unknown.Groups[1]}\" is unknown"
        : Missing().Match(text) is { Success: true } missing
            ? $"missing is {missing.Groups[1].Value.Replace('\'', '"')}"
        : Twice().Match(text) is { Success: true } twice ? $"the member \"{twice.Groups[1]}\" is given twice"
        : Null().Match(text) is { Success: true } nothing ? $"\"{nothing.Groups[1]}\" is null, and must not be"
        : Discriminator().Match(text) is { Success: true } kind ? $"\"{kind.Groups[1]}\" is not known"
        : text.Contains("must specify a type discriminator", StringComparison.Ordinal)
            ? "the member that names its kind is missing"
        : Number().IsMatch(text)
            ? "it is not a whole number, or is too large"
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
