using System.Text.Json.Nodes;
using DhpConformance.Engine;
using DhpConformance.Reporting;

namespace DhpConformance.Tests.Reporting;

/// <summary>
/// What no run can have written is refused with a sentence, whichever value of the file it is. Each line is a change
/// that was once accepted, or that ended in an exception.
/// </summary>
public sealed class ImpossibleResultsTests
{
    private static readonly string Failing = SampleRuns.Failing.AsJson();

    [Theory]
    [InlineData("settings/cases", "-1", "cases for each profile, which cannot be")]
    [InlineData("settings/length", "0", "operations in each case")]
    [InlineData("settings/shard", "\"9/2\"", "it is of shard 9/2, and there is no such shard")]
    [InlineData("settings/shard", "\"a/b\"", "there is no such shard")]
    [InlineData("times/elapsedMilliseconds", "-5", "the run took -5 milliseconds")]
    [InlineData("times/threads", "-1", "the run had -1 threads")]
    [InlineData("times/profileMilliseconds", "[-1]", "a profile took -1")]
    [InlineData("profiles/0/cases", "-3", "there are -3 cases")]
    [InlineData("profiles/0/operations", "-3", "there are -3 operations")]
    [InlineData("profiles/0/operations", "9223372036854775807", "there are 9223372036854775807 operations")]
    [InlineData("profiles/0/endedEarly", "2000000000", "cases that ended early")]
    [InlineData("profiles/0/rules/0/reached", "-1", "was put to the test -1 times")]
    [InlineData("profiles/0/rules/0/reached", "9223372036854775807", "times, which cannot be")]
    [InlineData("profiles/0/lengths/0/cases", "-1", "cases of a length")]
    [InlineData("profiles/0/coverage/0/count", "-1", "-1 cases of a situation")]
    [InlineData("profiles/0/coverage/0/required", "\"a miracle\"", "it counts a situation that there is not")]
    [InlineData("profiles/0/failures/0/case", "-1", "a failure is of case -1")]
    [InlineData("profiles/0/failures/0/foundAfter", "-1", "a failure was found after -1")]
    [InlineData("profiles/0/failures/0/brokenCases", "7", "a failure broke 7 cases")]
    [InlineData("profiles/0/headline", "\"All is well: CONFORMANT to everything\"", "does not follow from what stands")]
    [InlineData("profiles/0/profile/name", "\"a/../../b\"", "a profile is called \"a/../../b\"")]
    [InlineData("profiles/0", "null", "the list \"profiles\" has null in it")]
    [InlineData("profiles/0/rules/0", "null", "the list \"rules\" has null in it")]
    [InlineData("profiles/0/failures/0", "null", "the list \"failures\" has null in it")]
    [InlineData("profiles/0/failures/0/setup/units/0", "null", "has null in it")]
    [InlineData("profiles/0/failures/0/operations/0", "null", "has null in it")]
    [InlineData("implementation/claims", "[null]", "the list \"claims\" has null in it")]
    [InlineData("implementation/remarks", "[{\"rule\":\"NO-01\",\"text\":\"x\"}]", "a remark on the rule NO-01")]
    [InlineData("footer/cases", "\"many\"", "at $.footer.cases: ")]
    public void What_cannot_be_is_refused(string place, string value, string why)
    {
        var root = JsonNode.Parse(Failing)!;
        Set(root, place.Split('/'), JsonNode.Parse(value));
        var message = Refusal(root.ToJsonString());
        Assert.Contains(why, message, StringComparison.Ordinal);
        Assert.DoesNotContain("System.", message, StringComparison.Ordinal);
        Assert.DoesNotContain("DhpConformance.", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_unit_that_the_server_has_twice_is_refused()
    {
        var root = JsonNode.Parse(Failing)!;
        var units = root["profiles"]![0]!["failures"]![0]!["setup"]!["units"]!.AsArray();
        units.Add(units[0]!.DeepClone());
        Assert.Contains("is listed twice or out of order", Refusal(root.ToJsonString()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_rule_that_passes_without_having_been_put_to_the_test_is_refused()
    {
        var root = JsonNode.Parse(Failing)!;
        var passing = root["profiles"]![0]!["rules"]!.AsArray().First(rule => (string?)rule!["verdict"] == "pass")!;
        passing["reached"] = 0;
        Assert.Contains("was put to the test 0 times, which is not enough", Refusal(root.ToJsonString()));
    }

    [Theory]
    [InlineData("""{"schema":1,"schema":1}""", "the same member twice, \"schema\"")]
    [InlineData("""{"schema":1,"\ud800":1}""", "\"\\ud800\" has half of a pair of surrogates")]
    [InlineData("""{"schema":1,"suite":"\udc00"}""", "\"\\udc00\" has half of a pair of surrogates")]
    public void What_a_library_would_let_pass_is_refused(string json, string why) =>
        Assert.Contains(why, Refusal(json), StringComparison.Ordinal);

    private static string Refusal(string json) =>
        Assert.Throws<UnusableFileException>(() => Reports.Read(json)).Message;

    private static void Set(JsonNode root, string[] place, JsonNode? value)
    {
        var owner = place.SkipLast(1).Aggregate(root, (node, part) =>
            int.TryParse(part, out var number) ? node[number]! : node[part]!);
        if (owner is JsonArray list)
        {
            list[int.Parse(place[^1], System.Globalization.CultureInfo.InvariantCulture)] = value;
        }
        else
        {
            owner[place[^1]] = value;
        }
    }
}
