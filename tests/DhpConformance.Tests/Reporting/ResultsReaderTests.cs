using System.Text.Json.Nodes;
using DhpConformance.Engine;
using DhpConformance.Engine.Results;
using DhpConformance.Reporting;

namespace DhpConformance.Tests.Reporting;

public sealed class ResultsReaderTests
{
    private static readonly string Whole = SampleRuns.Failing.AsJson();

    [Fact]
    public void What_was_written_is_read() => Assert.Equal(Whole, Reports.Read(Whole).AsJson());

    [Fact]
    public void An_interrupted_run_is_read_and_known_as_such() =>
        Assert.False(Reports.Read(SampleRuns.Interrupted.AsJson()).Footer.Complete);

    [Theory]
    [InlineData("", "empty")]
    [InlineData("   \n", "empty")]
    [InlineData("not json", "never JSON")]
    [InlineData("[]", "not a results.json")]
    [InlineData("null", "not a results.json")]
    [InlineData("{}", "has no schema")]
    [InlineData("{\"schema\":2}", "this version reads schema 1")]
    [InlineData("{\"schema\":\"1\"}", "this version reads schema 1")]
    [InlineData("{\"schema\":1}", "does not fit the schema")]
    public void What_is_no_results_file_is_refused(string json, string why) =>
        Assert.Contains(why, Refusal(json), StringComparison.Ordinal);

    [Fact]
    public void A_file_cut_short_anywhere_is_refused() =>
        Assert.All(
            Enumerable.Range(1, 40).Select(i => Whole[..(Whole.Length * i / 41)]),
            cut => Assert.Contains("cut short", Refusal(cut), StringComparison.Ordinal));

    [Theory]
    [InlineData("profiles", "profiles")]
    [InlineData("rules", "verdicts")]
    [InlineData("failures", "failures")]
    [InlineData("cases", "cases")]
    public void A_footer_that_counts_otherwise_is_refused(string member, string what)
    {
        var root = JsonNode.Parse(Whole)!;
        root["footer"]![member] = root["footer"]![member]!.GetValue<int>() + 1;
        Assert.Contains($"{what}, and there are", Refusal(root.ToJsonString()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("profiles")]
    [InlineData("implementation")]
    public void A_member_that_is_missing_is_refused(string member)
    {
        var root = JsonNode.Parse(Whole)!;
        root.AsObject().Remove(member);
        Assert.Contains("does not fit the schema", Refusal(root.ToJsonString()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_without_its_footer_was_cut_short()
    {
        var root = JsonNode.Parse(Whole)!;
        root.AsObject().Remove("footer");
        Assert.StartsWith(
            "it has no footer, so it was cut short", Refusal(root.ToJsonString()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("profiles")]
    [InlineData("footer")]
    [InlineData("settings")]
    [InlineData("times")]
    public void A_member_that_is_null_is_refused(string member)
    {
        var root = JsonNode.Parse(Whole)!;
        root[member] = null;
        Refusal(root.ToJsonString());
    }

    [Theory]
    [InlineData("rules")]
    [InlineData("failures")]
    [InlineData("coverage")]
    public void A_list_of_a_profile_that_is_null_is_refused(string member)
    {
        var root = JsonNode.Parse(Whole)!;
        root["profiles"]![0]![member] = null;
        Refusal(root.ToJsonString());
    }

    [Theory]
    [InlineData("setup/units")]
    [InlineData("setup/partitions")]
    [InlineData("operations")]
    [InlineData("answers")]
    public void A_list_of_a_failure_that_is_null_is_refused(string path)
    {
        var root = JsonNode.Parse(Whole)!;
        var parts = path.Split('/');
        var owner = parts.SkipLast(1).Aggregate(root["profiles"]![0]!["failures"]![0]!, (node, part) => node[part]!);
        owner[parts[^1]] = null;
        Refusal(root.ToJsonString());
    }

    [Fact]
    public void A_verdict_that_contradicts_its_rules_is_refused()
    {
        var failing = SampleRuns.Failing;
        var lying = SampleRuns.Of(failing, failing.Profiles[0] with { Verdict = Verdict.Pass });
        Assert.Contains("its rules say fail", Refusal(lying.AsJson()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_unit_that_the_server_does_not_have_is_refused()
    {
        var root = JsonNode.Parse(Whole)!;
        root["profiles"]![0]!["failures"]![0]!["setup"]!["partitions"]![0]!["units"]!.AsArray().Add(999);
        Assert.Contains("u999", Refusal(root.ToJsonString()), StringComparison.Ordinal);
    }

    private static string Refusal(string json) =>
        Assert.Throws<UnusableFileException>(() => Reports.Read(json)).Message;
}
