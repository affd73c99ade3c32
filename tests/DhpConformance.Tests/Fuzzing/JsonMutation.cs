using System.Text;
using System.Text.RegularExpressions;

namespace DhpConformance.Tests.Fuzzing;

/// <summary>
/// Changes a text here and there, knowing what JSON is made of: most of what comes out still is JSON, and gets past the
/// parser to whoever believes what it says. The same random numbers give the same text.
/// </summary>
internal static partial class JsonMutation
{
    private static readonly string[] Values =
    [
        "null", "true", "-1", "0", "1", "2147483647", "2147483648", "-9223372036854775808", "9223372036854775807",
        "18446744073709551616", "1e400", "0.5", "\"\"", "\"\\ud800\"", "\"\\udc00x\"", "\"a\\u0000b\"", "\"../../x\"",
        "\"windows-2000\\n\"", "[]", "{}", "[null]", "{\"\\ud800\":1}", "[[[[[[]]]]]]",
    ];

    /// <summary>Changes a text in one place or a few.</summary>
    public static string Of(string text, Random random)
    {
        for (var changes = 1 + random.Next(3); changes > 0 && text.Length > 0; changes--)
        {
            text = Once(text, random);
        }

        return text;
    }

    private static string Once(string text, Random random) => random.Next(10) switch
    {
        0 => Character(text, random),
        1 => text[..random.Next(text.Length)],
        2 => Line(text, random),
        3 => Member(text, random, (name, value) => $"{name}:{value},{name}:{value}"),
        4 => Member(text, random, (name, _) => $"{name}:{Any(random)}"),
        5 => Member(text, random, (_, value) => $"\"\\ud800\":{value}"),
        6 => Member(text, random, (name, value) => $"{name.ToUpperInvariant()}:{value}"),
        _ => Scalar(text, random),
    };

    private static string Any(Random random) => Values[random.Next(Values.Length)];

    private static string Character(string text, Random random)
    {
        var changed = new StringBuilder(text);
        changed[random.Next(text.Length)] = (char)random.Next(1, 0x180);
        return changed.ToString();
    }

    private static string Line(string text, Random random)
    {
        var lines = text.Split('\n').ToList();
        var place = random.Next(lines.Count);
        if (random.Next(2) == 0)
        {
            lines.RemoveAt(place);
        }
        else
        {
            lines.Insert(place, lines[random.Next(lines.Count)]);
        }

        return string.Join('\n', lines);
    }

    private static string Scalar(string text, Random random) =>
        Changed(ScalarPattern(), text, random, _ => Any(random));

    private static string Member(string text, Random random, Func<string, string, string> change) =>
        Changed(MemberPattern(), text, random, match => change(match.Groups[1].Value, match.Groups[2].Value));

    private static string Changed(Regex pattern, string text, Random random, Func<Match, string> change)
    {
        // From anywhere on: all matches of a long text would take long to find.
        var match = pattern.Match(text, random.Next(text.Length));
        return match.Success
            ? string.Concat(text.AsSpan(0, match.Index), change(match), text.AsSpan(match.Index + match.Length))
            : text;
    }

    [GeneratedRegex("(?<=[:\\[,]\\s*)(\"[^\"\\\\\n]*\"|-?[0-9]+|true|false|null)(?=\\s*[,\\]}])")]
    private static partial Regex ScalarPattern();

    [GeneratedRegex("(\"[^\"\\\\\n]*\")\\s*:\\s*(\"[^\"\\\\\n]*\"|-?[0-9]+|true|false|null)")]
    private static partial Regex MemberPattern();
}
