using System.Text.RegularExpressions;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Results;
using DhpConformance.Model.Rules;
using DhpConformance.Reporting;
using DhpConformance.Reporting.Verdicts;

namespace DhpConformance.Tests.Reporting;

public sealed partial class HtmlReportTests
{
    private static readonly string Failing = SampleRuns.Failing.As(ReportFormat.Html);

    [Fact]
    public void The_same_results_give_the_same_bytes() =>
        Assert.Equal(Failing, SampleRuns.Failing.As(ReportFormat.Html));

    [Fact]
    public void Every_rule_is_there_with_its_statement() => Assert.All(
        SampleRuns.Failing.Profiles[0].Rules.Select(rule => rule.Rule),
        id => Assert.Contains($"id=\"rule-{id}\"", Failing, StringComparison.Ordinal));

    [Fact]
    public void Every_headline_is_there_whole_and_folded_to_what_the_columns_do_not_say()
    {
        Assert.All(SampleRuns.Failing.Profiles, profile => Assert.Contains(
            $"<p>{profile.Headline}</p>", Failing, StringComparison.Ordinal));
        Assert.Equal(SampleRuns.Failing.Profiles.Length, Regex.Count(Failing, "<details class=\"headline\">"));
        Assert.Contains(">NOT CONFORMANT to windows-server-2008-x64</span></summary>", Failing,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_headline_of_another_form_is_not_cut()
    {
        var odd = SampleRuns.Of(SampleRuns.Passing,
            [.. SampleRuns.Passing.Profiles.Select(one => one with { Headline = "well judged all in all" })]);
        Assert.Contains(
            ">well judged all in all</span></summary>", odd.As(ReportFormat.Html), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_limit_of_a_check_is_there() => Assert.Equal(
        RuleCatalog.All.Count(rule => rule.NotVerified.Length > 0),
        Regex.Count(Failing, "<b>Not verified</b>"));

    [Fact]
    public void Every_failure_has_its_rule_a_picture_a_command_and_a_fact()
    {
        var failures = SampleRuns.Failing.Profiles.Sum(profile => profile.Failures.Length);
        Assert.True(failures > 10);
        Assert.Equal(failures, Regex.Count(Failing, "<article class=\"failure\">"));
        Assert.Equal(failures, Regex.Count(Failing, "dhp replay failures/"));
        Assert.Equal(failures, Regex.Count(Failing, "using IPartitionableServer server = CreateServer\\(\\);"));
        Assert.True(Regex.Count(Failing, "<svg class=\"server") > 2 * failures);
        Assert.True(Regex.Count(Failing, "Assert\\.(Equal|Contains|Null)\\(") >= failures);
    }

    [Fact]
    public void Nothing_comes_from_outside()
    {
        Assert.DoesNotMatch("(src|href)=\"(?!#|data:,\")", Failing);
        Assert.DoesNotMatch("url\\(|@import|fetch\\(|XMLHttpRequest", Failing);
        Assert.Contains("default-src &#x27;none&#x27;", Failing, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_has_a_style_or_a_handler_of_its_own() =>
        Assert.DoesNotMatch("<[^>]+ (style|on[a-z]+)=\"", Failing);

    [Fact]
    public void Every_anchor_leads_somewhere()
    {
        var ids = Id().Matches(Failing).Select(match => match.Groups[1].Value).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.All(
            Anchor().Matches(Failing).Select(match => match.Groups[1].Value),
            target => Assert.Contains(target, ids));
    }

    [Fact]
    public void An_interrupted_run_is_never_shown_as_whole()
    {
        var html = SampleRuns.Interrupted.As(ReportFormat.Html);
        Assert.Contains("<strong>INCOMPLETE.</strong>", html, StringComparison.Ordinal);
        Assert.Contains("3 of 8 profiles were started.", html, StringComparison.Ordinal);
        Assert.Contains("640 of 2000 cases of windows-server-2003-sp1-x86 were run.", html, StringComparison.Ordinal);
        Assert.DoesNotContain("</span>Conformant</span>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_that_forgot_to_say_so_is_not_either()
    {
        var run = SampleRuns.Passing;
        var forgetful = SampleRuns.Of(run, [.. run.Profiles.Select(profile => profile with { Cases = 10 })]);
        Assert.Contains("<strong>INCOMPLETE.</strong>", forgetful.As(ReportFormat.Html), StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_told_is_drawn_in_order()
    {
        var profile = SampleRuns.Failing.Profiles[^1];
        var seen = profile.Failures[0].Seen!;
        var told = profile.Failures[0] with
        {
            Seen = seen with
            {
                Notifications =
                [
                    Notice(NotificationKind.ProcessorStart, 4, 0),
                    Notice(NotificationKind.ProcessorStart, 5, 0x1F),
                    Notice(NotificationKind.ProcessorFailure, 4, 0),
                    Notice(NotificationKind.HighMemory, null, 0),
                ],
            },
        };
        var html = SampleRuns.Of(SampleRuns.Failing, profile with { Failures = profile.Failures.SetItem(0, told) })
            .As(ReportFormat.Html);
        Assert.Contains("Expected (as the reference server notifies)", html, StringComparison.Ordinal);
        Assert.Matches("step 2 .{1,8} only here", html);
        Assert.Contains("Notifications, in order", html, StringComparison.Ordinal);
        Assert.Contains("processor start u1 status 1F", html, StringComparison.Ordinal);
        Assert.Matches("(?s)>c4<.*>c5<.*processor failure u1.*high memory", html);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Failures_come_first_where_there_are_any(bool fails)
    {
        var html = fails ? Failing : SampleRuns.Passing.As(ReportFormat.Html);
        Assert.Equal(fails, Place("<section id=\"failures\"") < Place("<section id=\"groups\""));
        Assert.Equal(fails, Place("<a href=\"#failures\"") < Place("<a href=\"#groups\""));

        int Place(string text) => html.IndexOf(text, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_sentences_say_what_was_tested_and_by_what()
    {
        var sentences = Regex.Match(Failing, "<p class=\"tested\">(.*?)</p>").Groups[1].Value;
        Assert.StartsWith("DhpConformance ", sentences, StringComparison.Ordinal);
        Assert.Contains(" had careless 2.3.0 carry out ", sentences, StringComparison.Ordinal);
        Assert.Contains("in 2,400 generated test cases", sentences, StringComparison.Ordinal);
        Assert.Equal(2, Regex.Count(sentences, "\\.( |$)"));
    }

    [Fact]
    public void The_headlines_are_one_table_whose_numbers_add_up()
    {
        var table = Regex.Match(Failing, "(?s)<table class=\"conclusions\">.*?</table>").Value;
        var rows = Regex.Matches(table, "(?s)<tr>\\s*<th scope=\"row\">.*?</tr>").Select(row => row.Value).ToList();
        Assert.Equal(SampleRuns.Failing.Profiles.Length, rows.Count);
        Assert.All(rows, row =>
        {
            var numbers = Regex.Matches(row, "<td class=\"number[^>]*>(\\d+)")
                .Select(number => int.Parse(number.Groups[1].Value)).ToList();
            Assert.Equal(Enum.GetValues<Verdict>().Length + 1, numbers.Count);
            Assert.Equal(numbers[^1], numbers[..^1].Sum());
        });
        Assert.All(
            SampleRuns.Failing.Profiles,
            profile => Assert.Contains(
                $"CONFORMANT to {profile.Profile.Name}</span>", table, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_verdict_is_explained_before_its_letter_stands_alone()
    {
        var legend = Failing.IndexOf("<dl class=\"legend\">", StringComparison.Ordinal);
        Assert.InRange(legend, 1, Failing.IndexOf("<main", StringComparison.Ordinal));
        Assert.All(
            SampleRuns.Failing.Profiles.SelectMany(profile => profile.Rules).Select(rule => rule.Verdict).Distinct(),
            verdict => Assert.Contains(
                $"<abbr>{VerdictStyle.Letter(verdict)}</abbr>", Failing[legend..], StringComparison.Ordinal));
    }

    [Fact]
    public void What_was_not_judged_for_three_reasons_has_three_colours()
    {
        string[] kinds = ["not-claimed", "not-applicable", "not-testable"];
        string[] suffixes = ["", "-tint"];
        Assert.All(suffixes, suffix =>
        {
            // The colours of light pages, then those of dark ones.
            var colours = kinds.SelectMany(kind => Regex.Matches(Failing, $"--{kind}{suffix}: (#[0-9a-f]+);")).ToList();
            Assert.Equal(6, colours.Count);
            Assert.Equal(6, colours.Select(colour => colour.Groups[1].Value).Distinct().Count());
        });
        Assert.All(kinds, kind => Assert.Contains(
            $".share .{kind} {{ fill: var(--{kind});", Failing, StringComparison.Ordinal));
    }

    private static Notification Notice(NotificationKind kind, int? consumer, int status) => new()
    {
        Partition = new PartitionId(0),
        Kind = kind,
        Operation = 2,
        Consumer = consumer is { } one ? new ConsumerId(one) : null,
        Unit = consumer is null ? null : new UnitId(1),
        Status = status,
    };

    [GeneratedRegex("<[^>]* id=\"([^\"]+)\"")]
    private static partial Regex Id();

    [GeneratedRegex("<a [^>]*href=\"#([^\"]+)\"")]
    private static partial Regex Anchor();
}
