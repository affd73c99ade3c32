using System.Text.Json;
using System.Text.Json.Nodes;
using DhpConformance.Abstractions;
using DhpConformance.Hosting;
using DhpConformance.Tests.Hosting.Protocol;

namespace DhpConformance.Tests.Hosting;

public sealed class ClaimsFileTests : IDisposable
{
    private readonly string path = Path.GetTempFileName();

    public void Dispose() => File.Delete(path);

    [Fact]
    public void Every_claim_is_read()
    {
        var file = Read(Members(claim => claim == Claim.HotRemove));
        Assert.Equal(Claims.Of(Claim.HotRemove), file.Claims);
        file.Check(new ImplementationDescription("acme", "1", Claims.Of(Claim.HotRemove)));
    }

    [Fact]
    public void Comments_are_allowed() =>
        Assert.Equal(Claims.None, Read("// reviewed in May\n" + Members(_ => false)).Claims);

    [Fact]
    public void A_claim_left_out_is_named() => AssertInvalid(
        Without("hot-remove"), "every claim must be true or false, and unset is: hot-remove");

    [Fact]
    public void A_claim_that_is_misspelt_is_named_with_what_was_meant() => AssertInvalid(
        Members(_ => true).Replace("\"hot-remove\"", "\"hot-remov\"", StringComparison.Ordinal),
        "the claim \"hot-remov\" is unknown; did you mean \"hot-remove\"?");

    [Fact]
    public void A_claim_given_twice_is_named() => AssertInvalid(
        Members(_ => true).Replace("\"hot-remove\"", "\"hot-replace\"", StringComparison.Ordinal),
        "the claim \"hot-replace\" is given twice");

    [Fact]
    public void A_claim_that_is_neither_true_nor_false_is_named() => AssertInvalid(
        Members(_ => true).Replace("\"hot-remove\":true", "\"hot-remove\":\"yes\"", StringComparison.Ordinal),
        "the claim \"hot-remove\" is neither true nor false");

    [Fact]
    public void Rules_can_share_a_remark()
    {
        const string Text = """[{"rules":["ADD-01","CAP-01"],"text":"theirs"},{"rules":["TOP-01"],"text":"ours"}]""";
        Assert.Equal(
            ["ADD-01 CAP-01: theirs", "TOP-01: ours"],
            Read(WithRemarks(Text)).Notes.Select(remark => $"{string.Join(" ", remark.Rules)}: {remark.Text}"));
        Assert.Empty(Read(WithRemarks("[]")).Notes);
        Assert.Empty(Read(Members(_ => true)).Notes);
    }

    [Theory]
    [InlineData("{}", "\"remarks\" is not a list")]
    [InlineData("[7]", "it is not an object: 7")]
    [InlineData("""[{"rules":["ADD-01"]}]""", "the member \"text\" is missing")]
    [InlineData("""[{"rule":"ADD-01","text":"t"}]""", "the member \"rule\" is unknown")]
    [InlineData("""[{"rules":"ADD-01","text":"t"}]""", "\"rules\" is not a list of texts")]
    [InlineData("""[{"rules":[],"text":"t"}]""", "\"rules\" is not a list of texts")]
    [InlineData("""[{"rules":["ADD-01"],"text":7}]""", "\"text\" is 7 and not text")]
    [InlineData("""[{"rules":["ADD-01"],"text":" \n"}]""", "\"text\" of the remark on ADD-01 is empty")]
    [InlineData("""[{"rules":["ADD-01","add-01"],"text":"t"}]""", "names the rule \"add-01\" twice")]
    public void A_remark_that_makes_no_sense_is_explained(string remarks, string message) =>
        AssertInvalid(WithRemarks(remarks), message);

    [Fact]
    public void A_remark_that_is_an_essay_is_refused() => AssertInvalid(
        WithRemarks($$"""[{"rules":["ADD-01"],"text":"{{new string('x', 501)}}"}]"""),
        "has 501 characters, and 500 is the most");

    [Theory]
    [InlineData("""[{"rules":["ADD-01"],"text":"t"}]""", true)]
    [InlineData("""[{"rules":[],"text":"t"}]""", false)]
    [InlineData("""[{"rules":["ADD-01"],"text":" "}]""", false)]
    [InlineData("""[{"rules":["ADD-01"],"words":"t"}]""", false)]
    public void The_schema_thinks_of_remarks_as_the_reader_does(string remarks, bool accepted) =>
        Assert.Equal(accepted, Schema.Of("claims-file").Accepts(JsonNode.Parse(WithRemarks(remarks))));

    [Theory]
    [InlineData("[]", "it is not an object")]
    [InlineData("", "cannot be used: it is empty. Give every claim once")]
    [InlineData(" \n", "cannot be used: it is empty. Give every claim once")]
    [InlineData("{", "cannot be used: it is not JSON from line 1, column 2 on. Give every claim once")]
    [InlineData("{\n  claims: {}", "cannot be used: it is not JSON from line 2, column 3 on. Give every claim once")]
    [InlineData("{\"claims\":{\"hot-remov\":true}}", "did you mean \"hot-remove\"? Give every claim once")]
    [InlineData("""{"claim":{}}""", "the member \"claim\" is unknown")]
    [InlineData("""{"claims":true}""", "\"claims\" is not an object")]
    public void What_is_no_claims_file_is_explained(string text, string message) => AssertInvalid(text, message);

    [Fact]
    public void A_file_that_is_not_there_is_explained()
    {
        var problem = Assert.Throws<HostingException>(() => ClaimsFile.Read(path + ".missing"));
        Assert.Equal(HostingFault.NotFound, problem.Kind);
        Assert.Contains(".missing' cannot be read", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_implementation_that_says_something_else_is_told_what()
    {
        var file = Read(Members(claim => claim is Claim.HotRemove or Claim.UnitPower));
        var other = new ImplementationDescription("acme", "1", Claims.Of(Claim.UnitPower, Claim.HotReplace));
        var problem = Assert.Throws<HostingException>(() => file.Check(other));
        Assert.Equal(HostingFault.ClaimsDiffer, problem.Kind);
        Assert.Contains(
            "do not agree; claimed only in the file: hot-remove; claimed only by the implementation: hot-replace.",
            problem.Message,
            StringComparison.Ordinal);
    }

    private static string Without(string name)
    {
        var file = JsonNode.Parse(Members(_ => true))!;
        file["claims"]!.AsObject().Remove(name);
        return file.ToJsonString();
    }

    private static string Members(Func<Claim, bool> made) => "{\"claims\":{" + string.Join(",", Enum.GetValues<Claim>()
        .Select(claim =>
        {
            var name = JsonNamingPolicy.KebabCaseLower.ConvertName(claim.ToString());
            return $"\"{name}\":{(made(claim) ? "true" : "false")}";
        })) + "}}";

    private static string WithRemarks(string remarks) => $$"""{{Members(_ => true)[..^1]}},"remarks":{{remarks}}}""";

    private ClaimsFile Read(string text)
    {
        File.WriteAllText(path, text);
        return ClaimsFile.Read(path);
    }

    private void AssertInvalid(string text, string message)
    {
        var problem = Assert.Throws<HostingException>(() => Read(text));
        Assert.Equal(HostingFault.InvalidClaims, problem.Kind);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
        Assert.Contains(path, problem.Message, StringComparison.Ordinal);
    }
}
