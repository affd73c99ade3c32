using System.Globalization;
using System.Text.RegularExpressions;
using DhpConformance.Tests.Cli;

namespace DhpConformance.Tests.Specs;

/// <summary>What a page shows of the tool is what the tool says now.</summary>
public sealed partial class TranscriptTests
{
    public static TheoryData<string> Pages => ["README.md", .. SpecsFolder.Pages.Where(HasTranscript)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void What_a_page_shows_is_what_its_command_says(string page)
    {
        var text = File.ReadAllText(RepositoryRoot.Of(page));
        Approved.Matches(page, Renewed(text));
    }

    [Fact]
    public void A_transcript_that_is_out_of_date_is_noticed()
    {
        const string page = "\n```console\n$ dhp rules TRT-01 --format markdown | tail -1\nold\n```\nafter\n";
        Assert.Equal(
            "\n```console\n$ dhp rules TRT-01 --format markdown | tail -1\n"
            + "| TRT-01 | must | A server behaves as each trait that it declares says. | yes | G-98, G-99 (derived) |\n"
            + "```\nafter\n",
            Renewed(page));
    }

    private static bool HasTranscript(string page) => Block().IsMatch(File.ReadAllText(RepositoryRoot.Of(page)));

    // The commands of a page come one after the other, in one folder.
    private static string Renewed(string page)
    {
        using var dhp = new Dhp();
        return Block().Replace(page, block => block.Groups["begin"].Value + Said(dhp, block.Groups["command"].Value));
    }

    private static string Said(Dhp dhp, string command)
    {
        var parts = command.Split(" | tail -");
        var answer = dhp.Run(parts[0].Split(' '));
        var lines = $"{answer.Error}{answer.Output}".TrimEnd().Split('\n')
            .Select(line => Times().Replace(line, "… s on 2 threads").TrimEnd())
            .SkipWhile(line => line.Length == 0)
            .ToList();
        var shown = parts.Length == 1 ? lines : lines.TakeLast(int.Parse(parts[1], CultureInfo.InvariantCulture));
        return string.Concat(shown.Select(line => line + "\n"));
    }

    [GeneratedRegex(@"(?<begin>\n```console\n\$ dhp (?<command>[^\n]+)\n)(?<output>([^`\n][^\n]*\n|\n)*)(?=```)")]
    private static partial Regex Block();

    [GeneratedRegex(@"[0-9]+[.][0-9] s on [0-9]+ threads?")]
    private static partial Regex Times();
}
