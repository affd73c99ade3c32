using DhpConformance.Abstractions;
using DhpConformance.Engine.Verdicts;
using DhpConformance.Model.Rules;

namespace DhpConformance.Tests.Specs;

/// <summary>
/// A page of rules: an introduction, then a section for each rule. A section is the heading, the statement, a list of
/// what binds the rule, and prose. All but the prose is the catalogue's.
/// </summary>
internal sealed record RulePage(string Introduction, IReadOnlyList<RulePage.Section> Sections)
{
    private const int Columns = 118;

    internal sealed record Section(string Id, string Prose);

    public static RulePage Parse(string page)
    {
        var parts = page.Split("\n### ");
        return new(parts[0], [.. parts[1..].Select(ParseSection)]);
    }

    /// <summary>The page as it should be: what people wrote, around what the catalogue says now.</summary>
    public string With(IEnumerable<Rule> rules)
    {
        var sections = from rule in rules
                       let prose = Sections.FirstOrDefault(section => section.Id == rule.Id)?.Prose
                       select Facts(rule) + (prose is null or "" ? "" : "\n" + prose);
        return Introduction + string.Concat(sections).TrimEnd('\n') + "\n";
    }

    private static Section ParseSection(string text)
    {
        // Heading, statement and list are the first three paragraphs; a blank line ends each.
        var paragraphs = text.Split("\n\n", 4);
        return new(paragraphs[0].Trim(), paragraphs.Length < 4 ? "" : paragraphs[3].TrimEnd('\n') + "\n");
    }

    /// <summary>What the catalogue says of a rule: heading, statement and list.</summary>
    private static string Facts(Rule rule)
    {
        var list = Bindings(rule).Select(line => Wrap("* " + line, "  "));
        return $"\n### {rule.Id}\n\n{Wrap(rule.Statement, "")}\n{string.Concat(list)}";
    }

    private static IEnumerable<string> Bindings(Rule rule)
    {
        var derived = rule.Derived ? " (derived)" : "";
        yield return $"Level: {Words.Of(rule.Level)}{derived}";
        yield return $"Sources: {string.Join(", ", rule.Sources)}";
        if (rule.Claims != Claims.None || rule.OneOfClaims != Claims.None)
        {
            var all = rule.Claims.Select(DisplayName);
            var oneOf = rule.OneOfClaims.Select(DisplayName).ToArray();
            string[] choice = oneOf.Length > 0 ? [$"one of {string.Join(", ", oneOf)}"] : [];
            yield return $"Claims: {string.Join(", ", all.Concat(choice))}";
        }

        if (rule.Behaviour is not null || rule.Capability is not null)
        {
            string[] behaviour = rule.Behaviour is { } promise ? [DisplayName(promise)] : [];
            string[] capability = rule.Capability is { } operation ? [Cells(operation, rule.CapabilityKind)] : [];
            yield return $"Profiles with: {string.Join(", ", behaviour.Concat(capability))}";
        }

        if (!rule.ReachedAt.IsEmpty)
        {
            yield return $"Reached where: {string.Join("; ", rule.ReachedAt.Select(SizeWords.Of))}";
        }

        if (rule.NotVerified.Length > 0)
        {
            yield return $"Not verified: {rule.NotVerified}";
        }

        if (rule.NotTestable is { } reason)
        {
            yield return $"Not testable: {reason}";
        }
    }

    private static string Cells(HotOperation operation, UnitKind? kind) =>
        $"hot {Words.Of(operation)}{(kind is { } only ? $" of {Name(only)}s" : "")}";

    private static string DisplayName<T>(T member)
        where T : struct, Enum => $"*{Name(member)}*";

    private static string Name<T>(T member)
        where T : struct, Enum => Words.Of(member).Replace(" io", " I/O").Replace("io host", "I/O host");

    private static string Wrap(string text, string indent)
    {
        var lines = new List<string> { "" };
        foreach (var word in text.Split(' '))
        {
            if (lines[^1].Length + 1 + word.Length > Columns)
            {
                lines.Add(indent + word);
            }
            else
            {
                lines[^1] += (lines[^1].Length == 0 ? "" : " ") + word;
            }
        }

        return string.Join('\n', lines) + "\n";
    }
}
