using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using DhpConformance.Reporting;
using DhpConformance.Reporting.Comparison;

namespace DhpConformance.Tests.Reporting;

/// <summary>Whatever an implementation says, it never becomes anything but text.</summary>
public sealed partial class HostileTextTests
{
    // Tests are told a number, since half a pair of surrogates would not reach them.
    private static readonly string[] Texts =
    [
        "<script>alert('x')</script>",
        "</script><script>alert(1)</script>",
        "</style><img src=x onerror=alert(1)>",
        "\"><svg onload=alert(1)>",
        "' onmouseover='alert(1)",
        "javascript:alert(1)",
        "--><!--",
        "]]>",
        "@page { } @import url(http://example.org/x.css);",
        "&lt;script&gt;&#60;b&#62;",
        "| `a` | [link](http://example.org) ![](http://example.org/x.png) @everyone #1 ```",
        "`; rm -rf / #`$(id)'\"",
        "\0\u0001\u0008\u000b\u001f\u007f\u0085\ufffe\uffff",
        "\ud83d alone, \ude00 alone",
        "\u202eright to left\u2066",
        "\"; System.IO.File.Delete(\"x\"); //\r\n\u2028",
    ];

    public static TheoryData<int> Places { get; } = new(Enumerable.Range(0, Texts.Length));

    [Theory]
    [MemberData(nameof(Places))]
    public void Html_has_no_more_tags_than_without_it(int place)
    {
        var harmless = HostileRun.Saying("harmless").As(ReportFormat.Html);
        var hostile = HostileRun.Saying(Texts[place]).As(ReportFormat.Html);
        Assert.Equal(Tags(harmless), Tags(hostile));
        Assert.DoesNotContain('\0', hostile);
        Assert.Empty(Regex.Matches(hostile, "[\u202a-\u202e\u2066-\u2069\ufffe\uffff]|&#x(0|1|8|B|1F|85|FFFE);"));
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void Junit_is_xml_with_as_many_elements_as_without_it(int place)
    {
        var harmless = XDocument.Parse(HostileRun.Saying("harmless").As(ReportFormat.Junit));
        var hostile = XDocument.Parse(HostileRun.Saying(Texts[place]).As(ReportFormat.Junit));
        Assert.Equal(harmless.Descendants().Count(), hostile.Descendants().Count());
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void Badge_and_sarif_are_json(int place)
    {
        var run = HostileRun.Saying(Texts[place]);
        JsonDocument.Parse(run.As(ReportFormat.Badge)).Dispose();
        var sarif = run.As(ReportFormat.Sarif);
        JsonDocument.Parse(sarif).Dispose();
        Assert.DoesNotContain('<', sarif);
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void Markdown_holds_it_in_code_alone(int place)
    {
        var prose = OutsideCode(HostileRun.Saying(Texts[place]).As(ReportFormat.Markdown));
        Assert.DoesNotContain("<", prose, StringComparison.Ordinal);
        Assert.DoesNotContain("](", prose, StringComparison.Ordinal);
        Assert.DoesNotContain("@everyone", prose, StringComparison.Ordinal);
        Assert.DoesNotContain("javascript:", prose, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void A_comparison_has_no_more_tags_than_without_it(int place) =>
        Assert.Equal(Tags(Compared("harmless")), Tags(Compared(Texts[place])));

    [Theory]
    [MemberData(nameof(Places))]
    public void A_comparison_in_markdown_holds_it_in_code_alone(int place)
    {
        var prose = OutsideCode(Compared(Texts[place], ReportFormat.Markdown));
        Assert.DoesNotContain("<", prose, StringComparison.Ordinal);
        Assert.DoesNotContain("](", prose, StringComparison.Ordinal);
        Assert.DoesNotContain("@everyone", prose, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void Whoever_reads_a_report_sees_all_of_its_characters(int place)
    {
        var run = HostileRun.Saying(Texts[place]);
        string[] reports =
        [
            .. Enum.GetValues<ReportFormat>().Select(format => ReadBack.Of(run.As(format), format)),
            WebUtility.HtmlDecode(Compared(Texts[place])),
            Compared(Texts[place], ReportFormat.Markdown),
        ];
        Assert.All(reports, report => Assert.Empty(ReadBack.Unseen(report)));
    }

    [Fact]
    public void A_character_that_one_cannot_see_is_noticed() => Assert.All(
        ["\u001b", "\u202e", "\u200b", "\ud83d", "\ude00", "\0", "\ufffe"],
        letter => Assert.Equal(letter, Assert.Single(ReadBack.Unseen($"a{letter}b"))));

    [Fact]
    public void A_very_long_text_is_cut_in_every_format()
    {
        var run = HostileRun.Saying(new string('x', 1_000_000));
        Assert.All(
            Enum.GetValues<ReportFormat>(),
            format => Assert.DoesNotContain(new string('x', 7000), run.As(format), StringComparison.Ordinal));
        Assert.Contains("more characters]", run.As(ReportFormat.Html), StringComparison.Ordinal);
    }

    [Fact]
    public void A_replay_command_runs_nothing_else()
    {
        var markdown = HostileRun.Saying("x'; rm -rf ~; '").As(ReportFormat.Markdown);
        Assert.Contains("dhp replay 'failures/", markdown, StringComparison.Ordinal);
        Assert.Contains("x'\\''; rm -rf ~; '\\''", markdown, StringComparison.Ordinal);
    }

    private static string Compared(string text, ReportFormat format = ReportFormat.Html)
    {
        using var writer = new StringWriter();
        var run = new ComparedRun(text, HostileRun.Saying(text));
        Reports.Compare([run, run], format, writer);
        return writer.ToString();
    }

    private static string[] Tags(string html) =>
    [
        .. Tag().Matches(html)
            .CountBy(match => match.Groups[1].Value)
            .Select(one => $"{one.Key} {one.Value}")
            .Order(StringComparer.Ordinal),
    ];

    private static string OutsideCode(string markdown) =>
        CodeSpan().Replace(CodeBlock().Replace(markdown, ""), "");

    [GeneratedRegex("<(/?[a-zA-Z!][^\\s/>]*)")]
    private static partial Regex Tag();

    [GeneratedRegex("^(`{3,})text\n.*?\n\\1$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex CodeBlock();

    [GeneratedRegex("(?<!`)(`+)(?!`).+?(?<!`)\\1(?!`)")]
    private static partial Regex CodeSpan();
}
