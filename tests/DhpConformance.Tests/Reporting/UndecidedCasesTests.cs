using DhpConformance.Engine.Results;
using DhpConformance.Reporting;
using DhpConformance.Reporting.Verdicts;

namespace DhpConformance.Tests.Reporting;

/// <summary>A reader of any report learns that some cases ended without a verdict.</summary>
public sealed class UndecidedCasesTests
{
    private const string Said = "ended without a verdict on the last step";

    private static readonly RunResults Decided = SampleRuns.Passing;

    private static readonly RunResults Undecided = SampleRuns.Of(
        Decided, [Decided.Profiles[0] with { Undecided = 2 }, .. Decided.Profiles.Skip(1)]);

    [Theory]
    [InlineData(ReportFormat.Html)]
    [InlineData(ReportFormat.Markdown)]
    [InlineData(ReportFormat.Junit)]
    [InlineData(ReportFormat.Sarif)]
    public void Each_format_says_so_once_and_only_of_that_profile(ReportFormat format)
    {
        var parts = Undecided.As(format).Split(Said);
        Assert.Equal(2, parts.Length);
        Assert.Contains("2 of ", parts[0], StringComparison.Ordinal);
        Assert.DoesNotContain(Said, Decided.As(format), StringComparison.Ordinal);
    }

    [Fact]
    public void The_sentence_has_both_numbers() => Assert.Matches(
        $"^2 of [1-9][0-9,]* cases {Said}: ", UndecidedCases.Sentence(Undecided.Profiles[0]));
}
