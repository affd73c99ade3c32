using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using DhpConformance.Abstractions;
using DhpConformance.Reference;

namespace DhpConformance.Tests.Cli;

/// <summary>What is named as an implementation, or claimed for one, and makes no sense is bad input.</summary>
public sealed class ImplementationInputTests : IDisposable
{
    private readonly Dhp dhp = new();

    [Theory]
    [InlineData("command:", "The command is empty.")]
    [InlineData("command:no-such-program-anywhere", "was not found")]
    [InlineData("command:./dhp_adapter", "«./dhp_adapter» was not found. If it has to be built, build it first;")]
    [InlineData("tcp:nowhere", "tcp:")]
    [InlineData("assembly:none.dll", "none.dll")]
    public void One_that_cannot_be_reached_is_explained(string source, string words) =>
        dhp.Run("run", "--implementation", source, "--cases", "1").AssertError(5, words);

    [Theory]
    [InlineData("", "several")]
    [InlineData("#ThrowingServer", "constructor")]
    [InlineData("#NoSuchServer", "NoSuchServer")]
    public void An_assembly_that_cannot_be_used_is_explained(string type, string words)
    {
        var answer = dhp.Run("smoke", "--implementation", $"assembly:{PluginsPath}{type}");
        Assert.Equal(5, answer.Code);
        Assert.Contains(words, answer.Error, StringComparison.OrdinalIgnoreCase);
        Assert.Single(answer.Error.TrimEnd().Split('\n'));
    }

    [Fact]
    public void A_claims_file_has_to_agree_with_the_implementation()
    {
        Claim(claims => claims["hot-add-processor"] = false);
        dhp.Run("run", "--claims", "claims.json", "--cases", "1").AssertError(5, "hot-add-processor");
    }

    [Theory]
    [InlineData("hot-add-processor", "unset is: hot-add-processor")]
    [InlineData("hot-ad-processor", "the claim \"hot-ad-processor\" is unknown")]
    public void A_claim_that_is_unset_or_unknown_is_named_before_anything_runs(string claim, string words)
    {
        Claim(claims =>
        {
            if (!claims.Remove(claim))
            {
                claims[claim] = true;
            }
        });
        var answer = dhp.Run("run", "--claims", "claims.json", "--implementation", "command:no-such-program-anywhere");
        answer.AssertError(5, words);
    }

    [Fact]
    public void A_claims_file_that_is_right_is_in_nobodys_way()
    {
        Claim(_ => { });
        Assert.Equal(20, dhp.Run("run", "--claims", "claims.json", "--cases", "1").Code);
    }

    [Fact]
    public void A_remark_on_a_rule_that_there_is_not_is_explained_before_anything_runs()
    {
        Claim(_ => { }, """[{"rules": ["ADD-01", "ADD-O2"], "text": "tests the server"}]""");
        const string Words = "remarks on ADD-O2, and there is no such rule; `dhp rules` lists them all. Did you mean";
        dhp.Run("run", "--claims", "claims.json", "--implementation", "command:nobody").AssertError(5, Words);
        dhp.Run("smoke", "--claims", "claims.json").AssertError(5, Words);
    }

    [Fact]
    public void A_remark_is_in_every_report_of_the_run()
    {
        const string Text = "tests the table of the <adapter>";
        Claim(_ => { }, $$"""[{"rules": ["add-01", "TOP-01"], "text": "{{Text}}"}]""");
        dhp.Run("run", "--claims", "claims.json", "--cases", "1", "--out", "out", "--profile", "windows-2000");
        dhp.Run("report", "out/results.json", "--format", "markdown", "--out", "out");
        Assert.Contains("\"rule\": \"ADD-01\"", File.ReadAllText(dhp.Folder.Of("out/results.json")));
        Assert.Contains($"| `{Text}` | `TOP-01, ADD-01` |", File.ReadAllText(dhp.Folder.Of("out/summary.md")));
        var encoded = WebUtility.HtmlEncode(Text);
        foreach (var file in new[] { "out/report.html", "out/junit.xml" })
        {
            Assert.Equal(2, Regex.Count(File.ReadAllText(dhp.Folder.Of(file)), Regex.Escape(encoded)));
        }
    }

    [Theory]
    [InlineData("--timeout-scale", "0", "timeout-scale is \"0\" (from the command line); give more than 0")]
    [InlineData("--timeout-scale", "fast", "timeout-scale is \"fast\" (from the command line)")]
    [InlineData("--restart-per-case", "perhaps", "restart-per-case is \"perhaps\" (from the command line); write true")]
    public void A_setting_of_the_way_to_it_that_makes_no_sense_is_explained(string key, string value, string words) =>
        dhp.Run("run", key, value).AssertError(5, words);

    [Fact]
    public void Settings_with_dashes_can_come_from_the_environment()
    {
        var variable = $"{dhp.VariablePrefix}TIMEOUT_SCALE";
        Environment.SetEnvironmentVariable(variable, "-3");
        try
        {
            dhp.Run("run").AssertError(5, "timeout-scale is \"-3\" (from an environment variable, ");
        }
        finally
        {
            Environment.SetEnvironmentVariable(variable, null);
        }
    }

    [Fact]
    public void A_program_that_cannot_reset_is_started_for_each_case()
    {
        var marks = dhp.Folder.Of("starts");
        var program = dhp.Folder.Write("adapter.py", $"open({JsonSerializer.Serialize(marks)}, 'a').write('x')\n"
            + File.ReadAllText(RepositoryRoot.Of("specs", "adapters", "python", "dhp_adapter.py")));
        dhp.Run(
            "run", "--implementation", $"command:python3 \"{dhp.Folder.Of(program)}\"", "--restart-per-case",
            "--profile", "windows-2000", "--cases", "5", "--length", "3", "--threads", "1");
        Assert.True(File.ReadAllText(marks).Length >= 5, File.ReadAllText(marks));
    }

    public void Dispose() => dhp.Dispose();

    private static string PluginsPath => Path.Combine(AppContext.BaseDirectory, "DhpConformance.Plugins.dll");

    // What the reference claims, but for what is changed.
    private void Claim(Action<JsonObject> change, string? remarks = null)
    {
        using var server = new ReferenceServer();
        var made = server.Describe().Claims;
        var claims = new JsonObject(Enum.GetValues<Claim>().Select(claim => KeyValuePair.Create(
            JsonNamingPolicy.KebabCaseLower.ConvertName($"{claim}"), (JsonNode?)made.Has(claim))));
        change(claims);
        var file = new JsonObject { ["claims"] = claims };
        if (remarks is not null)
        {
            file["remarks"] = JsonNode.Parse(remarks);
        }

        dhp.Folder.Write("claims.json", file.ToJsonString());
    }
}
