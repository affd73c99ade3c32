using System.Text.RegularExpressions;
using DhpConformance.Engine.Results;
using DhpConformance.Engine.Verdicts;
using DhpConformance.Model.Rules;
using DhpConformance.Reporting;
using DhpConformance.Reporting.Coverage;

namespace DhpConformance.Tests.Reporting;

/// <summary>Reports show the sizes that were reached, and which were not.</summary>
public sealed class SizeReportTests
{
    private static readonly RunResults Whole = SampleRuns.Passing;

    [Fact]
    public void The_page_has_a_row_for_each_size()
    {
        var section = Section(Whole);
        Assert.All(Enum.GetValues<SizeGoal>(), goal =>
            Assert.Contains(SizeWords.Of(goal), section, StringComparison.Ordinal));
        Assert.DoesNotContain(">never<", section, StringComparison.Ordinal);
        Assert.Contains("href=\"#sizes\"", Whole.As(ReportFormat.Html), StringComparison.Ordinal);
    }

    [Fact]
    public void A_size_that_was_not_reached_is_shown_as_never_and_one_that_cannot_be_with_its_reason()
    {
        var section = Section(Without(SizeGoal.EightPartitions));
        Assert.Equal(Whole.Profiles.Length, Regex.Count(section, ">never<"));
        Assert.Contains(
            "title=\"windows-2000 does not promise processor groups.\"", section, StringComparison.Ordinal);
    }

    [Fact]
    public void Results_without_sizes_have_no_such_section()
    {
        var html = SampleRuns.Of(Whole, [.. Whole.Profiles.Select(profile => profile with { Sizes = null })])
            .As(ReportFormat.Html);
        Assert.DoesNotContain("id=\"sizes\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("#sizes", html, StringComparison.Ordinal);
    }

    [Fact]
    public void The_summary_has_a_line_for_each_profile_and_says_what_is_missing()
    {
        var summary = Without(SizeGoal.EightPartitions).As(ReportFormat.Markdown);
        Assert.Matches(
            "\\| `windows-server-2008-x64` \\| 256 \\| [0-9]+ cases \\| [0-9]+ cases \\| 256 \\| 4 \\| 8 ", summary);
        Assert.Matches("\\* Never in `windows-2000`, .*: the server has 8 partitions\\.", summary);
        Assert.DoesNotContain("* Never", Whole.As(ReportFormat.Markdown), StringComparison.Ordinal);
    }

    [Fact]
    public void The_sentence_names_the_largest_of_all_profiles() => Assert.Matches(
        "^Largest: 8 partitions, 256 active processors in 4 groups, [0-9.]+ TiB of memory in a partition, [0-9]+ hot ",
        SizeSentence.Of(Whole));

    [Fact]
    public void A_rule_that_passes_and_did_not_come_to_its_size_is_refused()
    {
        var text = Write(Without(SizeGoal.EightPartitions));
        var complaint = Assert.ThrowsAny<Exception>(() => Reports.Read(text)).Message;
        Assert.Contains("TOP-01 passes, and no case reached eight partitions", complaint, StringComparison.Ordinal);
        Assert.NotNull(Reports.Read(Write(Whole)));
    }

    private static string Write(RunResults results) =>
        System.Text.Json.JsonSerializer.Serialize(results, ResultsJson.Default.RunResults);

    private static string Section(RunResults results) =>
        Regex.Match(
            results.As(ReportFormat.Html), "<section id=\"sizes\".*?</section>", RegexOptions.Singleline).Value;

    private static RunResults Without(SizeGoal missing) => SampleRuns.Of(Whole,
    [
        .. Whole.Profiles.Select(profile => profile with
        {
            Sizes = profile.Sizes! with
            {
                Goals =
                [
                    .. profile.Sizes!.Goals.Select(cell => cell.Goal == missing ? cell with { Cases = 0 } : cell),
                ],
            },
        }),
    ]);
}
