using System.Text.Json;
using DhpConformance.Cli;
using DhpConformance.Engine.Results;
using DhpConformance.Tests.Engine.Scopes;

namespace DhpConformance.Tests.Cli;

public sealed class ExhaustiveTests : IDisposable
{
    private const string Profile = "windows-server-2008-x64";

    private readonly Dhp dhp = new();

    public ExhaustiveTests() => dhp.Folder.Write("tiny.json", TinyScope.Json);

    [Fact]
    public void The_claim_is_printed_and_reported()
    {
        var answer = RunTiny();
        Assert.Equal((0, ""), (answer.Code, answer.Error));
        Assert.Matches(
            "reference: every one of [0-9,]+ transitions of scope tiny behaves as specified, on dynamic and static "
            + "servers, from up to 3 histories of each state\\.",
            answer.Output);
        var page = File.ReadAllText(dhp.Folder.Of("reports", "latest", "report.html"));
        Assert.Contains("transitions of scope tiny behaves as specified", page, StringComparison.Ordinal);
        Assert.Contains("As specified", page, StringComparison.Ordinal);
        Assert.DoesNotContain(">Conformant<", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mutant_fails_with_a_shortest_sequence_that_replays()
    {
        var answer = RunTiny("--implementation", "mutant:accepts-larger-spare");
        Assert.Equal(2, answer.Code);
        Assert.Contains("NOT every one of", answer.Output, StringComparison.Ordinal);
        var replay = dhp.Folder.Of("reports", "latest", "failures", $"REP-01-{Profile}.ndjson");
        Assert.Contains("STILL FAILS REP-01: ", dhp.Run("replay", replay).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0", "--histories is 0; give 1 or more.")]
    [InlineData("-2", "--histories is -2; give 1 or more.")]
    public void A_number_of_histories_that_makes_no_sense_is_explained(string histories, string sentence) =>
        RunTiny("--histories", histories).AssertError(5, sentence);

    [Fact]
    public void Histories_make_no_sense_where_cases_are_drawn() =>
        dhp.Run("run", "--histories", "2").AssertError(5, "--histories makes sense with --exhaustive only;");

    [Fact]
    public void One_history_of_each_state_is_claimed_as_what_it_is() => Assert.Contains(
        " servers, from one history of each state.", RunTiny("--histories", "1").Output, StringComparison.Ordinal);

    [Fact]
    public void An_interrupted_run_is_incomplete_and_can_be_resumed()
    {
        using var interrupted = new CancellationTokenSource();
        interrupted.Cancel();
        var first = dhp.Run(
            interrupted.Token, "run", "--exhaustive", "--scope", "tiny.json", "--profile", Profile);
        Assert.Equal(20, first.Code);
        Assert.Contains("Go on with --resume.", first.Output, StringComparison.Ordinal);
        Assert.False(Results().Footer.Complete);
        Assert.Equal(0, RunTiny("--resume").Code);
        Assert.True(Results().Footer.Complete);
    }

    [Fact]
    public void Shards_merge_to_the_claim_about_all_of_them()
    {
        Assert.Equal(0, RunTiny().Code);
        var whole = Transitions();
        var shards = Enumerable.Range(1, 2).Sum(shard =>
        {
            var output = RunTiny("--shard", $"{shard}/2", "--out", $"{shard}").Output;
            Assert.Contains($"of shard {shard}/2 of scope tiny", output, StringComparison.Ordinal);
            return Transitions($"{shard}");
        });
        Assert.Equal(whole, shards);
        var merged = dhp.Run("merge", "1/results.json", "2/results.json", "--out", "merged");
        Assert.Equal((0, ""), (merged.Code, merged.Error));
        Assert.Contains($"every one of {whole:N0} transitions of scope tiny", merged.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_claimed_of_rules_that_the_scope_does_not_put_to_the_test()
    {
        var answer = RunTiny("--rule", "IO-01");
        Assert.Contains(
            "NOT JUDGED: scope tiny puts none of the rules to the test", answer.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("every one of", answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_claimed_of_no_state_at_all()
    {
        RunTiny("--shard", "1000/1000")
            .AssertError(8, "Shard 1000/1000 of scope tiny has none of its states; make fewer shards.");
    }

    [Fact]
    public void A_scope_of_ones_own_is_not_called_as_one_that_is_built_in()
    {
        dhp.Folder.Write("mine.json", TinyScope.Json.Replace("tiny", "medium", StringComparison.Ordinal));
        Run("--scope", "mine.json").AssertError(5, "mine.json: the scope is called medium, as a built-in one is");
    }

    [Fact]
    public void A_run_of_other_profiles_is_not_resumed_and_nothing_of_it_is_lost()
    {
        Assert.Equal(0, RunTiny().Code);
        dhp.Run("run", "--exhaustive", "--scope", "tiny.json", "--profile", "windows-server-2008-x86", "--resume")
            .AssertError(5, "The earlier results are those of other profiles; give the same options as then");
        Assert.Equal(Profile, Results().Profiles.Single().Profile.Name);
    }

    [Theory]
    [InlineData("reference", 0, "every one of")]
    [InlineData("mutant:accepts-larger-spare", 2, "NOT every one of")]
    public void Over_the_pipe_the_claim_is_the_same(string source, int code, string claim)
    {
        var tool = typeof(Tool).Assembly.Location;
        var command = $"command:dotnet \"{tool}\" serve --implementation {source}";
        var piped = RunTiny("--implementation", command);
        Assert.Equal((code, ""), (piped.Code, piped.Error));
        Assert.Contains($"{claim} ", piped.Output, StringComparison.Ordinal);
        var claims = new[] { piped, RunTiny("--implementation", source) }
            .Select(answer => answer.Output.Split('\n').First(line => line.Contains(claim, StringComparison.Ordinal)))
            .Distinct();
        Assert.Single(claims);
    }

    [Theory]
    [InlineData("--exhaustive --scope tiny", "There is no scope tiny; there are small, medium, large, history, ")]
    [InlineData("--exhaustive --scope smal", "Did you mean small?")]
    [InlineData("--exhaustive --scope mine.json", "There is no file mine.json; check the path.")]
    [InlineData("--exhaustive --scope wrong.json", "wrong.json: the scope misses \"name\"; it needs \"name\"")]
    [InlineData("--exhaustive --max-states 10", "and the limit is 10; take out units, partitions or requests, or")]
    [InlineData("--exhaustive --max-states 0", "--max-states is 0; give 1 or more.")]
    [InlineData("--exhaustive --shard 3/2", "The shard \"3/2\" is none; write K/N for the K-th of N")]
    [InlineData("--exhaustive --resume", "There is no file reports/latest/results.json; check the path.")]
    [InlineData("--exhaustive --max-states abc", "'abc' for option '--max-states' as a whole number; `dhp run --help`")]
    [InlineData("--exhaustive --seed 5", "--seed makes no sense with --exhaustive, which goes through all there is;")]
    [InlineData("--exhaustive --cases 5", "--cases makes no sense with --exhaustive")]
    [InlineData("--scope small", "--scope makes sense with --exhaustive only; add it, or leave both.")]
    [InlineData("--resume", "--resume makes sense with --exhaustive only; add it, or leave both.")]
    public void An_argument_that_makes_no_sense_is_explained(string arguments, string sentence)
    {
        dhp.Folder.Write("wrong.json", "{}");
        dhp.Run(["run", .. arguments.Split(' ')]).AssertError(5, sentence);
    }

    public void Dispose() => dhp.Dispose();

    private Dhp.Answer Run(params string[] more) => dhp.Run(["run", "--exhaustive", "--profile", Profile, .. more]);

    private Dhp.Answer RunTiny(params string[] more) => Run(["--scope", "tiny.json", .. more]);

    private RunResults Results(string folder = "reports/latest") => JsonSerializer.Deserialize(
        File.ReadAllText(dhp.Folder.Of(folder, "results.json")), ResultsJson.Default.RunResults)!;

    private long Transitions(string folder = "reports/latest") =>
        Results(folder).Profiles.Sum(profile => profile.Scopes!.Value.Sum(scope => scope.Transitions));
}
