using System.Text.Json.Nodes;
using DhpConformance.Engine.Results;
using DhpConformance.Reporting;
using DhpConformance.Tests.Hosting.Protocol;

namespace DhpConformance.Tests.Reporting;

/// <summary>What code hosts read as SARIF is SARIF 2.1.0.</summary>
public sealed class SarifTests
{
    public static TheoryData<string> Runs { get; } = ["passing", "failing", "interrupted", "broken", "hostile"];

    [Theory]
    [MemberData(nameof(Runs))]
    public void It_fits_the_schema(string run) => Assert.True(Schema.OfSarif().Accepts(Log(Of(run))));

    [Theory]
    [InlineData("version")]
    [InlineData("runs")]
    [InlineData("runs/0/tool")]
    [InlineData("runs/0/tool/driver/name")]
    [InlineData("runs/0/tool/driver/rules/0/id")]
    [InlineData("runs/0/invocations/0/executionSuccessful")]
    [InlineData("runs/0/results/0/message/text")]
    [InlineData("runs/0/results/0/locations/0/physicalLocation/artifactLocation/uri")]
    public void What_misses_something_does_not_fit(string path)
    {
        var log = Log(SampleRuns.Failing);
        Owner(log, path).Remove(path.Split('/')[^1]);
        Assert.False(Schema.OfSarif().Accepts(log));
    }

    [Theory]
    [InlineData("runs/0/results/0/kind", "\"broken\"")]
    [InlineData("runs/0/results/0/level", "\"fatal\"")]
    [InlineData("runs/0/results/0/ruleIndex", "-2")]
    [InlineData("runs/0/results/0/severity", "1")]
    [InlineData("runs/0/results/0/locations/0/physicalLocation/region/startLine", "0")]
    public void What_says_something_else_does_not_fit(string path, string value)
    {
        var log = Log(SampleRuns.Failing);
        Owner(log, path)[path.Split('/')[^1]] = JsonNode.Parse(value);
        Assert.False(Schema.OfSarif().Accepts(log));
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public void A_level_is_that_of_a_failure_alone(string run) => Assert.All(
        Log(Of(run))["runs"]![0]!["results"]!.AsArray(),
        result => Assert.Equal((string?)result!["kind"] == "fail" ? "error" : "none", (string?)result["level"]));

    [Theory]
    [MemberData(nameof(Runs))]
    public void A_place_is_below_the_folder_of_the_results(string run) => Assert.All(
        Log(Of(run))["runs"]![0]!["results"]!.AsArray(),
        result => Assert.Matches(
            "^failures/[A-Za-z0-9._~%-]+\\.ndjson$",
            (string?)result!["locations"]![0]!["physicalLocation"]!["artifactLocation"]!["uri"]));

    [Fact]
    public void There_are_results_to_look_at() => Assert.All(
        ["failing", "broken", "hostile"],
        run => Assert.NotEmpty(Log(Of(run))["runs"]![0]!["results"]!.AsArray()));

    private static RunResults Of(string run) => run switch
    {
        "passing" => SampleRuns.Passing,
        "failing" => SampleRuns.Failing,
        "interrupted" => SampleRuns.Interrupted,
        "broken" => SampleRuns.Broken,
        _ => HostileRun.Saying("../../<script>\0\ud83d\u202e | `x` ${{ secrets }}"),
    };

    private static JsonNode Log(RunResults run) => JsonNode.Parse(run.As(ReportFormat.Sarif))!;

    private static JsonObject Owner(JsonNode log, string path) => path.Split('/').SkipLast(1)
        .Aggregate(log, (node, part) => int.TryParse(part, out var i) ? node[i]! : node[part]!).AsObject();
}
