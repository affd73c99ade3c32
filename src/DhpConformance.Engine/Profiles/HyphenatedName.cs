using System.Text.RegularExpressions;

namespace DhpConformance.Engine.Profiles;

/// <summary>
/// What profiles and scopes are called: lower case words and numbers joined by hyphens. The name becomes a part of file
/// names, so it is checked wherever one is read: <c>x/../../y</c> would lead out of the folder of the report.
/// </summary>
public static partial class HyphenatedName
{
    /// <summary>Most characters, since a file system that takes more than 255 in a name is rare.</summary>
    public const int Longest = 100;

    /// <summary>How to write one, for messages.</summary>
    public const string Form = "lower case words and numbers joined by hyphens, 100 characters at most";

    /// <summary>Whether the whole text is such a name.</summary>
    public static bool Is(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.Length <= Longest && WordsWithHyphens().IsMatch(name);
    }

    // With $ in place of \z, a line feed at the end would be accepted.
    [GeneratedRegex(@"\A[a-z0-9]+(-[a-z0-9]+)*\z")]
    private static partial Regex WordsWithHyphens();
}
