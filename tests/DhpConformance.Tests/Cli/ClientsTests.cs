namespace DhpConformance.Tests.Cli;

/// <summary><c>dhp run --clients N</c>.</summary>
public sealed class ClientsTests : IDisposable
{
    private readonly Dhp dhp = new();

    [Fact]
    public void The_reference_conforms_and_the_overlaps_are_counted()
    {
        var answer = Run("reference", "--cases", "60");
        Assert.Equal((0, ""), (answer.Code, answer.Error));
        Assert.StartsWith(
            "CONFORMANT to hot-everything under overlap: 10 of 10 rules pass", answer.Output, StringComparison.Ordinal);
        Assert.Matches(" [1-9][0-9]*  hot-add \\|\\| hot-replace\n", answer.Output);
        Assert.Contains("reference 0.1.0, 3 clients, seed 1, 600 rounds in 60 cases", answer.Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_failure_has_a_history_that_is_judged_the_same()
    {
        var answer = Run("mutant:checks-owner-then-adds");
        Assert.Equal(2, answer.Code);
        Assert.Contains("NOT LINEARIZABLE: mutant:checks-owner-then-adds breaks LIN-01.", answer.Output,
            StringComparison.Ordinal);
        Assert.Contains("History: dhp check reports/latest/failures/LIN-01-hot-everything.ndjson", answer.Output,
            StringComparison.Ordinal);
        var again = dhp.Run("check", "reports/latest/failures/LIN-01-hot-everything.ndjson");
        Assert.Equal(2, again.Code);
        Assert.Contains(
            again.Output[..again.Output.IndexOf('\n', StringComparison.Ordinal)], answer.Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_deadlock_is_told_by_the_calls_that_wait()
    {
        var answer = Run("mutant:locks-in-two-orders");
        Assert.Equal(2, answer.Code);
        Assert.Contains("NOT ANSWERED: mutant:locks-in-two-orders breaks LIN-10.", answer.Output,
            StringComparison.Ordinal);
        Assert.Matches("Hot replace .* No answer\\.", answer.Output);
    }

    [Fact]
    public void A_replay_of_a_history_says_how_often_it_shows()
    {
        Run("mutant:checks-owner-then-adds");
        const string History = "reports/latest/failures/LIN-01-hot-everything.ndjson";
        var answer = dhp.Run("replay", History);
        Assert.Equal((2, ""), (answer.Code, answer.Error));
        Assert.Contains("The history itself proves that LIN-01 was broken", answer.Output, StringComparison.Ordinal);
        Assert.Matches("BREAKS LIN-01 in [1-9][0-9]* of 50 tries\\.", answer.Output);
        var right = dhp.Run("replay", History, "--implementation", "reference");
        Assert.Equal(0, right.Code);
        Assert.Contains("PASSES: reference broke no rule in 50 tries.", right.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_history_from_elsewhere_runs_no_program_unasked()
    {
        dhp.Folder.Write(
            "it.ndjson",
            DhpConformance.Engine.Histories.HistoryWriter.Text(
                new Engine.Histories.HistoryBuilder().Alone(new DhpConformance.Abstractions.Settle()).History));
        dhp.Run("replay", "it.ndjson").AssertError(5, "it.ndjson names an implementation to be run: hearsay");
    }

    [Theory]
    [InlineData("0")]
    [InlineData("5")]
    public void A_selftest_with_a_number_of_clients_that_makes_no_sense(string clients) =>
        dhp.Run("selftest", "--clients", clients).AssertError(5, $"--clients is {clients}; give 1, or 2 to 4.");

    [Theory]
    [InlineData("0")]
    [InlineData("5")]
    [InlineData("many")]
    public void A_number_of_clients_that_makes_no_sense(string clients) =>
        dhp.Run("run", "--clients", clients).AssertError(5, $"clients is \"{clients}\" (from the command line)");

    [Theory]
    [InlineData("--exhaustive", "--scope", "small")]
    [InlineData("--rule", "REP-01")]
    [InlineData("--shard", "1/2")]
    [InlineData("--length", "7")]
    [InlineData("--fail-fast")]
    [InlineData("--level", "must")]
    public void An_option_that_makes_no_sense_with_several_clients(params string[] option) =>
        dhp.Run(["run", "--clients", "3", .. option])
            .AssertError(5, $"{option[0]} makes no sense with several clients");

    [Fact]
    public void No_cases() => dhp.Run("run", "--clients", "3", "--cases", "0").AssertError(8, "nothing would be run");

    public void Dispose() => dhp.Dispose();

    private Dhp.Answer Run(string implementation, params string[] more) =>
        dhp.Run(["run", "--clients", "3", "--profile", "hot-everything", "--implementation", implementation, .. more]);
}
