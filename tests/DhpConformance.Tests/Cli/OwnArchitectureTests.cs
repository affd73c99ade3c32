using System.Text.Json.Nodes;

namespace DhpConformance.Tests.Cli;

/// <summary>An operating system that shares its architecture with no other can conform.</summary>
public sealed class OwnArchitectureTests : IDisposable
{
    private readonly Dhp dhp = new();

    [Fact]
    public void The_profile_of_the_specification_conforms_and_is_not_tested_beside_another()
    {
        var answer = Run(Example());
        Assert.Equal((0, ""), (answer.Code, answer.Error));
        Assert.Contains("\nCONFORMANT to acme-os-7-riscv: ", answer.Output, StringComparison.Ordinal);
        Assert.Contains(" 0 inconclusive, ", answer.Output, StringComparison.Ordinal);
        Assert.Equal(
            ("not-testable",
                "No built-in profile has the architecture riscv and could run beside acme-os-7-riscv."),
            MixedProfiles());
    }

    [Fact]
    public void The_same_on_an_architecture_of_others_is_tested_beside_them()
    {
        var answer = Run(Example().Replace("riscv", "x64", StringComparison.Ordinal));
        Assert.Equal((0, ""), (answer.Code, answer.Error));
        Assert.Equal(("pass", null), MixedProfiles());
    }

    public void Dispose() => dhp.Dispose();

    private static string Example()
    {
        var page = File.ReadAllText(RepositoryRoot.Of("specs", "profiles.md"));
        var start = page.IndexOf("```json\n", StringComparison.Ordinal) + "```json\n".Length;
        return page[start..page.IndexOf("```", start, StringComparison.Ordinal)];
    }

    private Dhp.Answer Run(string profile, params string[] more)
    {
        dhp.Folder.Write("acme.json", profile);
        return dhp.Run(["run", "--profile", "acme.json", .. more]);
    }

    private (string Verdict, string? Reason) MixedProfiles()
    {
        var results = JsonNode.Parse(File.ReadAllText(dhp.Folder.Of("reports", "latest", "results.json")))!;
        var rule = results["profiles"]![0]!["rules"]!.AsArray().Single(one => (string?)one!["rule"] == "TOP-02")!;
        return ((string)rule["verdict"]!, (string?)rule["reason"]);
    }
}
