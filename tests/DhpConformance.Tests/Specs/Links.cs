using System.Text.RegularExpressions;

namespace DhpConformance.Tests.Specs;

/// <summary>The links of a page, and which of them lead nowhere.</summary>
internal static partial class Links
{
    /// <summary>What is wrong with the links of a page.</summary>
    /// <param name="page">Its name, from the root of the repository.</param>
    /// <param name="text">What it says.</param>
    /// <param name="read">The text of another file; null if there is none.</param>
    public static IEnumerable<string> Problems(string page, string text, Func<string, string?> read)
    {
        var prose = Code().Replace(text, "");
        var defined = Definition().Matches(prose).Select(match => match.Groups[1].Value).ToHashSet();
        var undefined = Reference().Matches(prose).Select(match => match.Groups[1].Value).Distinct()
            .Where(id => !defined.Contains(id))
            .Select(id => $"{page}: [{id}] has no target");
        var broken = Inline().Matches(prose).Concat(Definition().Matches(prose))
            .Select(match => match.Groups[^1].Value).Distinct()
            .Where(target => !Resolves(page, target, text, read))
            .Select(target => $"{page}: {target} leads nowhere");
        return undefined.Concat(broken);
    }

    private static bool Resolves(string page, string target, string text, Func<string, string?> read)
    {
        if (target.Contains("://", StringComparison.Ordinal))
        {
            return true;
        }

        var parts = target.Split('#');
        var file = parts[0].Length == 0 ? text : read(Combine(page, parts[0]));
        return file is not null && (parts.Length == 1 || Anchors(file).Contains(parts[1]));
    }

    private static string Combine(string page, string target)
    {
        var root = Path.GetFullPath("/");
        var full = Path.GetFullPath(Path.Combine(root, Path.GetDirectoryName(page)!, target));
        return Path.GetRelativePath(root, full).Replace('\\', '/');
    }

    private static IEnumerable<string> Anchors(string text) =>
        from match in Heading().Matches(text)
        select Punctuation().Replace(match.Groups[1].Value.ToLowerInvariant(), "").Replace(' ', '-');

    [GeneratedRegex("^```.*?^```|`[^`\n]*`", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Code();

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Inline();

    [GeneratedRegex(@"^\[([^\]]+)\]: (\S+)$", RegexOptions.Multiline)]
    private static partial Regex Definition();

    [GeneratedRegex(@"\[([A-Z]+-\d\d)\](?![(:])")]
    private static partial Regex Reference();

    [GeneratedRegex(@"^#+ (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex Punctuation();
}
