using DhpConformance.Tests.Cli;
using DhpConformance.Tests.Hosting;
using DhpConformance.Tests.Hosting.Adapters;

namespace DhpConformance.Tests.Consumers;

/// <summary>The tool with a consumer under test.</summary>
public sealed class ConsumerToolTests
{
    [Fact]
    public void A_right_one_passes()
    {
        using var dhp = new Dhp();
        var answer = dhp.Run("run", "--role", "consumer", "--implementation", "reference:service", "--cases", "300");
        Assert.Contains("CONFORMANT as an application", answer.Output, StringComparison.Ordinal);
        Assert.Equal(0, answer.Code);
    }

    [Fact]
    public void A_wrong_one_fails_with_a_file_that_replays()
    {
        using var dhp = new Dhp();
        var answer =
            dhp.Run("run", "--role", "consumer", "--implementation", "mutant:forgets-cancel-stop", "--cases", "100");
        Assert.Contains("FAIL C-REB-06 (must)", answer.Output, StringComparison.Ordinal);
        Assert.Equal(2, answer.Code);
        const string File = "reports/latest/failures/C-REB-06.consumer.json";
        Assert.Contains($"  Replay: dhp replay {File}\n", answer.Output, StringComparison.Ordinal);
        var again = dhp.Run("replay", File);
        Assert.Contains("STILL FAILS C-REB-06", again.Output, StringComparison.Ordinal);
        Assert.Equal(2, again.Code);
        Assert.Equal(0, dhp.Run("replay", "--role", "consumer", "--implementation", "reference:disk", File).Code);
        dhp.Run("replay", "--role", "server", File)
            .AssertError(5, "is the replay file of a consumer; leave out --role server.");
    }

    [Fact]
    public void A_program_that_a_replay_file_names_is_not_run_unasked()
    {
        using var dhp = new Dhp();
        const string Case =
            "\"rule\":\"\",\"machine\":{\"processors\":[{\"group\":0,\"number\":0}],\"maximum\":1,\"memory\":1},"
            + "\"steps\":[]}";
        dhp.Folder.Write("c.json", """{"role":"consumer","implementation":"command:true",""" + Case);
        dhp.Run("replay", "c.json").AssertError(5, "so it is not run unasked. Give --implementation SOURCE");
        Assert.Equal(21, dhp.Run("replay", "--trust-file", "c.json").Code);
        dhp.Folder.Write("c.json", """{"role":"consumer",""" + Case);
        dhp.Run("replay", "c.json")
            .AssertError(5, "c.json does not name a consumer; say which, with --implementation.");
        Assert.Equal(0, dhp.Run("replay", "c.json", "--implementation", "reference:disk").Code);
    }

    [Fact]
    public void A_server_given_as_a_consumer_is_bad_input_and_what_breaks_is_not()
    {
        using var dhp = new Dhp();
        var server = $"command:{TestAdapter.CommandOf("well-behaved")}";
        dhp.Run("run", "--role", "consumer", "--implementation", server)
            .AssertError(5, "It may be the adapter of a server: leave out --role consumer then.");
        dhp.Run("smoke", "--role", "consumer", "--implementation", server)
            .AssertError(5, "leave out --role consumer then.");
        Assert.Equal(21, dhp.Run("run", "--role", "consumer", "--implementation", "command:true").Code);
    }

    [Fact]
    public void A_quiet_run_prints_only_failures_and_the_verdict_in_one_line()
    {
        using var dhp = new Dhp();
        string[] run = ["run", "--role", "consumer", "--cases", "100", "--quiet", "--implementation"];
        Assert.StartsWith("FAIL C-REB-06", dhp.Run([.. run, "mutant:forgets-cancel-stop"]).Output,
            StringComparison.Ordinal);
        Assert.Single(dhp.Run([.. run, "reference:disk"]).Output.TrimEnd().Split('\n'));
    }

    [Theory]
    [InlineData("--shard", "1/2")]
    [InlineData("--profile", "windows-2000")]
    [InlineData("--known-failures", "known.json")]
    [InlineData("--length", "10")]
    [InlineData("--verbose")]
    [InlineData("--exhaustive")]
    public void An_option_for_servers_is_not_ignored(params string[] option)
    {
        using var dhp = new Dhp();
        dhp.Run(["run", "--role", "consumer", "--implementation", "reference:disk", .. option])
            .AssertError(5, $"{option[0]} is for servers, and --role is consumer; leave one of them.");
    }

    [Theory]
    [InlineData("driver")]
    [InlineData("application")]
    public void Its_role_can_be_named_as_when_it_was_made(string role)
    {
        using var dhp = new Dhp();
        string[] run = ["run", "--implementation", "reference:disk", "--cases", "1", "--role", role];
        Assert.Contains("1 case, seed 1.", dhp.Run(run).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("report")]
    [InlineData("compare")]
    [InlineData("merge")]
    public void A_command_for_results_of_servers_says_so(string command)
    {
        using var dhp = new Dhp();
        dhp.Run("run", "--role", "consumer", "--implementation", "reference:disk", "--cases", "1");
        const string File = "reports/latest/results.json";
        dhp.Run(command == "report" ? [command, File] : [command, File, File])
            .AssertError(5, "it is of a driver or an application, and this command is for results of servers;");
    }

    [Theory]
    [InlineData("There is no consumer", "run", "--role", "consumer", "--implementation", "reference")]
    [InlineData("There is no consumer", "run", "--role", "consumer", "--implementation", "mutant:nobody")]
    [InlineData("There is no rule REP-01", "run", "--role", "consumer", "--implementation", "reference:disk",
        "--rule", "REP-01")]
    [InlineData("is unknown", "run", "--role", "nobody")]
    [InlineData("does not name a driver", "run", "--role", "consumer", "--implementation", "nowhere:x")]
    public void Bad_input_is_said_in_a_sentence(string sentence, params string[] arguments)
    {
        using var dhp = new Dhp();
        dhp.Run(arguments).AssertError(5, sentence);
    }

    [Fact]
    public void The_replay_file_of_another_role_is_bad_input()
    {
        using var dhp = new Dhp();
        dhp.Run("run", "--implementation", "mutant:accepts-larger-spare", "--profile", "windows-server-2008-x64",
            "--cases", "200");
        var file = Directory.GetFiles(dhp.Folder.Of("reports", "latest", "failures"))[0];
        dhp.Run("replay", "--role", "consumer", "--implementation", "reference:disk", file)
            .AssertError(5, "is not the replay file of a consumer");
        dhp.Folder.Write("c.json",
            """{"role":"consumer","rule":"","machine":{"processors":[],"maximum":1,"memory":1},"steps":[]}""");
        Assert.Equal(5, dhp.Run("replay", "c.json").Code);
        Assert.Equal(5, dhp.Run("replay", "--role", "consumer", "--implementation", "reference:disk", "c.json").Code);
    }

    [Fact]
    public void Rules_are_listed()
    {
        using var dhp = new Dhp();
        Assert.Contains("C-PROC-01", dhp.Run("rules", "--role", "consumer").Output, StringComparison.Ordinal);
        Assert.Contains("\"id\": \"C-REST-01\"", dhp.Run("rules", "--role", "consumer", "--format", "json").Output,
            StringComparison.Ordinal);
    }

    [NeedsCommandFact("python3")]
    public void The_driver_in_Python_passes() => AssertPasses("driver");

    [NeedsCommandFact("python3")]
    public void The_application_in_Python_passes() => AssertPasses("application");

    [Theory]
    [InlineData("driver", "c", "driver.c")]
    [InlineData("driver", "csharp", "Driver.csproj")]
    [InlineData("application", "c", "application.c")]
    [InlineData("application", "csharp", "Application.csproj")]
    [InlineData("application", "python", "dhp_application.py")]
    public void Both_roles_have_a_sample_in_each_language(string role, string language, string file)
    {
        using var dhp = new Dhp();
        Assert.Equal(0, dhp.Run("init", "--role", role, "--language", language).Code);
        Assert.True(File.Exists(dhp.Folder.Of(file)));
        Assert.Contains(
            "\"role\": \"consumer\"", File.ReadAllText(dhp.Folder.Of("dhp.json")), StringComparison.Ordinal);
    }

    private static void AssertPasses(string role)
    {
        using var dhp = new Dhp();
        Assert.Equal(0, dhp.Run("init", "--role", role, "--language", "python").Code);
        var answer = dhp.Run(
            "run", "--role", "consumer", "--cases", "150",
            "--implementation", $"command:python3 {dhp.Folder.Of($"dhp_{role}.py")}");
        Assert.DoesNotContain("FAIL", answer.Output, StringComparison.Ordinal);
        Assert.True(answer.Code is 0 or 20, answer.Output);
    }

    [NeedsCommandFact("python3")]
    public void A_consumer_of_no_role_is_no_fault_of_the_suite()
    {
        using var dhp = new Dhp();
        Assert.Equal(0, dhp.Run("init", "--role", "driver", "--language", "python").Code);
        var sample = File.ReadAllText(dhp.Folder.Of("dhp_driver.py"));
        dhp.Folder.Write("toaster.py", sample.Replace("\"role\": \"driver\"", "\"role\": \"toaster\"",
            StringComparison.Ordinal));
        var answer = dhp.Run(
            "run", "--role", "consumer", "--implementation", $"command:python3 {dhp.Folder.Of("toaster.py")}");
        answer.AssertError(21, "at $.role: expected one of: driver, application");
        Assert.DoesNotContain("The suite broke", answer.Output + answer.Error, StringComparison.Ordinal);
    }

    [NeedsCommandFact("cc")]
    public void A_server_is_not_a_consumer()
    {
        using var dhp = new Dhp();
        var server = RepositoryRoot.Of("specs", "adapters", "python", "dhp_adapter.py");
        dhp.Run("run", "--role", "consumer", "--implementation", $"command:python3 {server}")
            .AssertError(5, "could not carry out 'initialize'");
    }
}
