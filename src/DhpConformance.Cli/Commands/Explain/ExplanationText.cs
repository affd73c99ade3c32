using DhpConformance.Abstractions;

namespace DhpConformance.Cli.Commands.Explain;

/// <summary>An explanation for people, in lines that fit.</summary>
/// <param name="explained">What is explained.</param>
/// <param name="width">The most columns of a line.</param>
internal sealed class ExplanationText(RuleExplanation explained, int width)
{
    private const int LeastWidth = 40;

    public IEnumerable<string> Lines()
    {
        var derived = explained.Derived ? ", derived: no document says it in these words" : "";
        string[] head = [$"{explained.Id} ({Words.Of(explained.Level)}{derived})", .. Indented(explained.Statement, 2)];
        return head
            .Concat(Section("Why", explained.Reasons))
            .Concat(Section("Sources", explained.Sources.Select(source =>
                $"{source.Id}: {source.Says}{(source.From is null ? "" : $" [{source.From}]")}")))
            .Concat(Section("Judged", explained.Judged))
            .Concat(Section("Not verified", Some(explained.NotVerified)))
            .Concat(Section("Not testable", Some(explained.NotTestable)))
            .Concat(Section("Needs", explained.Needs))
            .Concat(Section("Profiles", Profiles()))
            .Concat(Section("Broken by", explained.Mutants.SelectMany(Mutant)))
            .Concat(Example())
            .Concat(Section("Right servers that differ here", explained.Variants.Select(variant =>
                $"{variant.Name}: {variant.Description}")))
            .Concat(Section("More", [$"dhp specs {explained.Page}"]));
    }

    private IEnumerable<string> Section(string title, IEnumerable<string> paragraphs)
    {
        var first = true;
        foreach (var paragraph in paragraphs)
        {
            if (first)
            {
                yield return "";
                yield return title;
                first = false;
            }

            foreach (var line in Indented(paragraph, 2))
            {
                yield return line;
            }
        }
    }

    private IEnumerable<string> Profiles()
    {
        if (explained.Profiles is not { } profiles || explained.NotTestable is not null)
        {
            yield break;
        }

        var judged = profiles.Where(profile => profile.WhyNot is null).Select(profile => profile.Name).ToList();
        if (judged.Count == profiles.Length)
        {
            yield return "all";
            yield break;
        }

        yield return judged.Count == 0 ? "none of the built-in ones" : string.Join(", ", judged);
        yield return $"not: {string.Join(", ", profiles.Select(profile => profile.Name).Except(judged))}";
    }

    private static IEnumerable<string> Mutant(RuleExplanation.Breaker mutant)
    {
        yield return mutant.Description is null ? mutant.Name : $"{mutant.Name}: {mutant.Description}";
        yield return $"  {mutant.Run}";
    }

    private IEnumerable<string> Example() => explained.Counterexample is not { } example ? [] : Section(
        $"A counterexample, of {example.Mutant}{(example.Profile is null ? "" : $" in {example.Profile}")}",
        [.. example.Steps, $"  expected  {example.Expected}", $"  observed  {example.Observed}"]);

    private static IEnumerable<string> Some(string? text) => text is null ? [] : [text];

    private IEnumerable<string> Indented(string paragraph, int indent)
    {
        var inner = paragraph.Length - paragraph.TrimStart().Length;
        var room = Math.Max(LeastWidth, width) - indent - inner;
        var line = "";
        foreach (var word in paragraph.Trim().Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > room)
            {
                yield return new string(' ', indent + inner) + line;
                line = "  " + word;
            }
            else
            {
                line = line.Length == 0 ? word : $"{line} {word}";
            }
        }

        yield return new string(' ', indent + inner) + line;
    }
}
