using DhpConformance.Model.Concurrency;

namespace DhpConformance.Tests.Specs;

/// <summary>The page of rules for overlapping requests as it should be: what the catalogue says.</summary>
internal static class ConcurrencyRulePage
{
    private const int Columns = 118;

    private const string Introduction =
        """
        # Rules for overlapping requests

        What a server owes to [several clients at once](concurrency.md). Every rule binds (*must*), and every one is
        derived: the documents do not speak of overlap ([G-100](decisions/gaps.md)). A test holds this page equal to the
        [catalogue](../src/DhpConformance.Model/Concurrency/ConcurrencyRuleCatalog.cs).

        Each rule says what remains of the rules for sequences when requests overlap. `dhp check` names the rule by
        what fits nowhere after the longest order that is right: first a wrong answer, then what was seen. Where nothing
        overlaps, it names the rule for sequences.

        """;

    public static string Text() => Introduction + string.Concat(ConcurrencyRuleCatalog.All.Select(Section));

    private static string Section(ConcurrencyRule rule) =>
        $"\n### {rule.Id}\n\n{Wrapped(rule.Statement)}\n"
        + $"* Sources: {string.Join(", ", rule.Sources)}\n"
        + $"* For sequences: {string.Join(", ", rule.Generalises)}\n";

    private static string Wrapped(string text)
    {
        var lines = new List<string> { "" };
        foreach (var word in text.Split(' '))
        {
            if (lines[^1].Length + 1 + word.Length > Columns)
            {
                lines.Add(word);
            }
            else
            {
                lines[^1] += (lines[^1].Length == 0 ? "" : " ") + word;
            }
        }

        return string.Join('\n', lines) + "\n";
    }
}
