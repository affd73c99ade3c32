using DhpConformance.Abstractions;
using DhpConformance.Cli.Commands.SelfTest;
using DhpConformance.Engine.Concurrency;
using DhpConformance.Engine.Histories;
using DhpConformance.Engine.Profiles;
using DhpConformance.Engine.Results;
using DhpConformance.Hosting;
using DhpConformance.Reference.Mutants;
using DhpConformance.Tests.Hosting;

namespace DhpConformance.Tests.Engine.Concurrency;

/// <summary>Several clients of servers that are not in process: over one pipe, or a connection each.</summary>
public sealed class ClientsOverTheProtocolTests
{
    private static readonly HostingOptions Impatient = TestAdapter.Patient with
    {
        RequestDeadline = TimeSpan.FromSeconds(1), Grace = TimeSpan.FromSeconds(0.2),
    };

    public static TheoryData<string> Transports => [.. ServerTransport.All.Select(transport => transport.Name)];

    public static TheoryData<string> Mutants =>
        [.. ConcurrencyMutants.All.Where(mutant => mutant.RuleId != "LIN-10").Select(mutant => mutant.Name)];

    [Theory]
    [MemberData(nameof(Transports))]
    public void The_reference_conforms(string way)
    {
        using var remote = Serve(way, "reference");
        var result = Run(remote.Address, cases: 40);
        Assert.Empty(result.Failures);
        Assert.Null(result.Fault);
        Assert.True(result.Conflicts.Values.Sum() > 200, result.Headline);
    }

    [Theory]
    [MemberData(nameof(Mutants))]
    public void Each_mutant_is_found_over_a_pipe(string name) => IsFound("pipe", name);

    [Theory]
    [InlineData("checks-owner-then-adds")]
    [InlineData("observes-in-two-steps")]
    public void A_mutant_is_found_over_sockets(string name) => IsFound("socket", name);

    [Theory]
    [MemberData(nameof(Transports))]
    public void A_deadlock_is_told_by_the_calls_that_wait_and_is_not_waited_for_longer(string way)
    {
        using var remote = Serve(way, "mutant:locks-in-two-orders");
        var failure = Assert.Single(Run(remote.Address, cases: 200, options: Impatient, until: "LIN-10").Failures);
        Assert.Equal("LIN-10", failure.Rule);
        Assert.Contains("did not answer 'apply' (request ", failure.Silence, StringComparison.Ordinal);
        Assert.Contains(
            failure.History.Calls, call => call.IsLost && call.Operation is HotAdd or HotReplace);
        Assert.Contains(failure.History.Calls, call => call.IsLost && call.Operation is HotReplace);
    }

    [Fact]
    public void A_client_that_is_forgotten_is_told()
    {
        var result = Run($"command:{TestAdapter.CommandOf("forgets-a-client")}", cases: 1, options: Impatient);
        var failure = Assert.Single(result.Failures);
        Assert.Equal("LIN-10", failure.Rule);
        Assert.Equal(1, Assert.Single(failure.History.Calls, call => call.IsLost).Client);
        Assert.Contains(", of client 1) within 1 s", failure.Silence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_process_that_ends_while_several_wait_is_told()
    {
        var failure = Assert.Single(Run($"command:{TestAdapter.CommandOf("ends-for-a-client")}", cases: 1).Failures);
        Assert.Equal("LIN-10", failure.Rule);
        Assert.Contains("ended with exit code 3", failure.Silence, StringComparison.Ordinal);
    }

    [Fact]
    public void An_answer_that_comes_twice_is_an_error_and_no_failure()
    {
        var result = Run($"command:{TestAdapter.CommandOf("answers-a-client-twice")}", cases: 5);
        Assert.Equal(Verdict.Error, result.Verdict);
        Assert.Contains("The adapter answered a request with the id", result.Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void A_connection_of_one_client_that_is_closed_is_told()
    {
        using var remote = Serve("socket", "reference");
        using var proxy = new ClosingProxy(remote.Address);
        var failure = Assert.Single(Run(proxy.Address, cases: 1).Failures);
        Assert.Equal("LIN-10", failure.Rule);
        Assert.Equal(2, Assert.Single(failure.History.Calls, call => call.IsLost).Client);
        Assert.Contains("closed the connection", failure.Silence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_server_that_claims_one_client_is_told_what_to_claim()
    {
        var refusal = Assert.Throws<NotSupportedException>(
            () => Run($"command:{TestAdapter.CommandOf("well-behaved")}", cases: 1));
        Assert.Equal(
            "well behaved takes requests of one client at a time; one that takes those of several claims "
            + "\"concurrent-requests\", as `dhp specs concurrency.md` describes.",
            refusal.Message);
    }

    [Fact]
    public void A_failure_over_a_pipe_is_proved_by_its_history_and_shows_again()
    {
        using var remote = Serve("pipe", "mutant:checks-owner-then-adds");
        var history = Run(remote.Address, cases: 100, until: "LIN-01").Failures[0].History;
        var replay = HistoryReplayer.Run(
            ImplementationSource.Parse(remote.Address, TestAdapter.Patient).Create,
            HistoryReader.Parse(HistoryWriter.Text(history)),
            tries: 10,
            TestAdapter.Ample);
        Assert.Equal((10, null), (replay.Tries, replay.Fault));
        Assert.True(replay.Rules.GetValueOrDefault("LIN-01") > 0);
    }

    private static void IsFound(string way, string name)
    {
        var mutant = ConcurrencyMutants.All.Single(one => one.Name == name);
        using var remote = Serve(way, $"mutant:{name}");
        var result = Run(remote.Address, cases: 400, until: mutant.RuleId);
        Assert.Null(result.Fault);
        Assert.Contains(mutant.RuleId, result.Failures.Select(failure => failure.Rule));
    }

    private static IRemoteServer Serve(string way, string source) =>
        ServerTransport.Of(BuiltProgram.Tool).Single(transport => transport.Name == way).Serve(source);

    private static ConcurrentProfileResult Run(
        string source, int cases, HostingOptions? options = null, string? until = null) =>
        ConcurrentSuite.Run(ImplementationSource.Parse(source, options ?? TestAdapter.Patient).Create, new()
        {
            Profiles = [SelfTestProfiles.HotEverything],
            Cases = cases,
            MostFailingCases = until is null ? 1 : int.MaxValue,
            Until = until,
            Shrink = until is null,
            Patience = TimeSpan.FromMinutes(5),
        }).Profiles.Single();
}
