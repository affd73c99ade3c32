using System.Text.RegularExpressions;

namespace DhpConformance.Tests.House;

/// <summary>What is wrong with a workflow of a code host: what others could make it run, or make it do.</summary>
internal static partial class Workflow
{
    public static IEnumerable<string> Problems(string name, string text)
    {
        foreach (var action in Action().Matches(text).Select(match => match.Groups[1].Value))
        {
            if (!Pinned().IsMatch(action))
            {
                yield return $"{name}: {action} is not pinned to a commit; write owner/action@<40 digits> # v1.2.3";
            }
        }

        var permissions = Permissions().Match(text);
        if (!permissions.Success)
        {
            yield return $"{name}: it takes whatever permissions the host gives; write permissions: for the whole file";
        }

        foreach (var write in Write().Matches(text).Select(match => match.Value.Trim()))
        {
            yield return $"{name}: '{write}' lets it write; nothing here has to";
        }

        if (Injected().Match(text) is { Success: true } injected)
        {
            yield return $"{name}: '{injected.Value}' is text of anybody, and would be run; pass it in env:";
        }
    }

    [GeneratedRegex(@"^\s*(?:- )?uses:\s*(.+?)\s*$", RegexOptions.Multiline)]
    private static partial Regex Action();

    [GeneratedRegex(@"^[\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+(\.\d+)+$")]
    private static partial Regex Pinned();

    [GeneratedRegex(@"^permissions:", RegexOptions.Multiline)]
    private static partial Regex Permissions();

    [GeneratedRegex(@"^\s*[\w-]+: write\b.*$|^\s*permissions: write-all\b.*$", RegexOptions.Multiline)]
    private static partial Regex Write();

    // Titles, branches and messages are chosen by whoever opens a pull request.
    [GeneratedRegex(@"\$\{\{[^}]*(github\.event\.|github\.head_ref)[^}]*\}\}")]
    private static partial Regex Injected();
}
