using DhpConformance.Abstractions;
using DhpConformance.Engine.Concurrency;
using DhpConformance.Engine.Histories;
using DhpConformance.Engine.Linearizability;
using DhpConformance.Engine.Profiles;
using DhpConformance.Engine.Results;
using DhpConformance.Engine.Runs;
using DhpConformance.Model.Concurrency;
using DhpConformance.Reference;
using DhpConformance.Reference.Mutants;

namespace DhpConformance.Tests.Engine.Concurrency;

public sealed class ConcurrentSuiteTests
{
    public static TheoryData<string> Profiles => [.. SelfTestProfiles.All.Select(profile => profile.Name)];

    public static TheoryData<string> Mutants => [.. ConcurrencyMutants.All.Select(mutant => mutant.Name)];

    [Theory]
    [MemberData(nameof(Profiles))]
    public void The_reference_conforms(string profile)
    {
        var result = Run(() => new ReferenceServer(), SelfTestProfiles.Find(profile)!, cases: 100);
        Assert.Empty(result.Failures);
        Assert.Equal((null, Verdict.Pass), (result.Fault, result.Verdict));
        Assert.True(result.Conflicts.Values.Sum() > 1000, result.Headline);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public void The_reference_conforms_with_any_number_of_clients(int clients) =>
        Assert.Equal(Verdict.Pass, Run(() => new ReferenceServer(), cases: 60, clients: clients).Verdict);

    [Fact]
    public void The_same_seed_gives_the_same_histories()
    {
        var first = Run(Mutant("checks-owner-then-adds"), cases: 20).Failures;
        var second = Run(Mutant("checks-owner-then-adds"), cases: 20).Failures;
        Assert.NotEmpty(first);
        Assert.Equal(
            first.Select(failure => HistoryWriter.Text(failure.History)),
            second.Select(failure => HistoryWriter.Text(failure.History)));
    }

    [Theory]
    [MemberData(nameof(Mutants))]
    public void Each_mutant_is_found_under_its_own_rule(string name)
    {
        var mutant = ConcurrencyMutants.All.Single(one => one.Name == name);
        for (var seed = 1UL; seed <= 3; seed++)
        {
            var result = Run(mutant.Create, cases: 100, seed: seed, until: mutant.RuleId);
            Assert.Null(result.Fault);
            Assert.Contains(mutant.RuleId, result.Failures.Select(failure => failure.Rule));
        }
    }

    [Theory]
    [MemberData(nameof(Mutants))]
    public void A_sequence_of_requests_finds_no_mutant(string name)
    {
        var results = ConformanceSuite.Run(
            ConcurrencyMutants.All.Single(one => one.Name == name).Create,
            new() { Profiles = [SelfTestProfiles.HotEverything], Cases = 300 });
        Assert.DoesNotContain(
            results.Profiles.Single().Rules, rule => rule.Verdict is Verdict.Fail or Verdict.Error);
    }

    [Fact]
    public void Every_rule_for_overlapping_requests_has_a_mutant_in_the_order_of_the_rules() =>
        Assert.Equal(
            ConcurrencyRuleCatalog.All.Select(rule => rule.Id),
            ConcurrencyMutants.All.Select(mutant => mutant.RuleId).Distinct());

    [Fact]
    public void Every_failure_is_proved_by_its_history()
    {
        var failures = Run(Mutant("checks-owner-then-adds")).Failures;
        Assert.All(failures, failure => Assert.Equal(
            failure.Rule, LinearizabilityChecker.Check(HistoryReader.Parse(HistoryWriter.Text(failure.History))).Rule));
    }

    [Fact]
    public void A_server_that_nobody_interleaves_runs_on_threads_as_it_likes()
    {
        var result = Run(() => new OwnThreads(new ReferenceServer()), cases: 20);
        Assert.Empty(result.Failures);
        Assert.Null(result.Fault);
    }

    [Fact]
    public void A_client_that_gets_no_answer_is_named_and_not_waited_for()
    {
        var result = Run(() => new OwnThreads(new ReferenceServer()) { Hangs = true }, cases: 1, patience: 3);
        var failure = Assert.Single(result.Failures);
        Assert.Equal("LIN-10", failure.Rule);
        Assert.Contains(failure.History.Calls, call => call.IsLost && call.Client == 1);
    }

    [Fact]
    public void A_server_that_breaks_is_an_error_and_no_failure()
    {
        var result = Run(() => new OwnThreads(new ReferenceServer()) { Breaks = true });
        Assert.Equal((Verdict.Error, "out of order"), (result.Verdict, result.Fault));
    }

    [Fact]
    public void A_server_of_one_client_is_refused_with_a_sentence()
    {
        var refusal = Assert.Throws<NotSupportedException>(() => Run(() => new OneClient()));
        Assert.StartsWith(
            "reference claims \"concurrent-requests\", and its class does not implement IConcurrentServer",
            refusal.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_lock_that_is_left_behind_is_waited_for_by_whoever_comes_next_and_not_for_ever()
    {
        var result = Run(() => new OwnThreads(new ReferenceServer()) { HangsAfterOverlap = true }, patience: 3);
        var failure = Assert.Single(result.Failures);
        Assert.Equal("LIN-10", failure.Rule);
        Assert.True(Assert.Single(failure.History.Calls, call => call.IsLost).Operation is Settle);
    }

    [Fact]
    public void A_server_that_hangs_before_anything_has_overlapped_is_an_error()
    {
        var result = Run(() => new OwnThreads(new ReferenceServer()) { HangsAlone = true }, patience: 3);
        Assert.Equal(Verdict.Error, result.Verdict);
        Assert.StartsWith("It does not answer one client alone", result.Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_interrupts_gets_no_pass()
    {
        var results = ConcurrentSuite.Run(
            () => new ReferenceServer(), new() { Profiles = [SelfTestProfiles.HotEverything] }, new(canceled: true));
        Assert.Equal(Verdict.Inconclusive, results.Verdict);
    }

    [Fact]
    public void Without_overlaps_there_is_no_verdict() =>
        Assert.Equal(Verdict.Inconclusive, Run(() => new ReferenceServer(), cases: 1, rounds: 1).Verdict);

    private static Func<IPartitionableServer> Mutant(string name) =>
        ConcurrencyMutants.All.Single(mutant => mutant.Name == name).Create;

    private static ConcurrentProfileResult Run(
        Func<IPartitionableServer> create,
        Profile? profile = null,
        int cases = 20,
        int clients = 3,
        ulong seed = 1,
        int rounds = 10,
        double patience = 10,
        string? until = null) =>
        ConcurrentSuite.Run(create, new()
        {
            Profiles = [profile ?? SelfTestProfiles.HotEverything],
            Cases = cases,
            Clients = clients,
            Seed = seed,
            Rounds = rounds,
            MostFailingCases = until is null ? 5 : int.MaxValue,
            Patience = TimeSpan.FromSeconds(patience),
            Until = until,
            Shrink = until is null,
        }).Profiles.Single();

    /// <summary>A server that several clients ask on threads of their own.</summary>
    private sealed class OwnThreads(ReferenceServer server) : IConcurrentServer
    {
        public bool Hangs { get; init; }

        public bool Breaks { get; init; }

        public bool HangsAlone { get; init; }

        public bool HangsAfterOverlap { get; init; }

        private bool HasOverlapped { get; set; }

        public IPartitionableServer Connect(int client) => new Client(this, server.Connect(client));

        public ImplementationDescription Describe() => server.Describe();

        public void Reset(ServerSetup setup) => server.Reset(setup);

        public Outcome Apply(Operation operation)
        {
            if (HangsAfterOverlap && HasOverlapped && operation is Settle)
            {
                Thread.Sleep(Timeout.Infinite);
            }

            return server.Apply(operation);
        }

        public Observation Observe()
        {
            if (HangsAlone)
            {
                Thread.Sleep(Timeout.Infinite);
            }

            return server.Observe();
        }

        public void Dispose() => server.Dispose();

        private sealed class Client(OwnThreads owner, IPartitionableServer client) : IPartitionableServer
        {
            public ImplementationDescription Describe() => client.Describe();

            public void Reset(ServerSetup setup) => client.Reset(setup);

            public Outcome Apply(Operation operation) => Asked(() => client.Apply(operation));

            public Observation Observe() => Asked(client.Observe);

            public void Dispose() => client.Dispose();

            private T Asked<T>(Func<T> ask)
            {
                owner.HasOverlapped = true;
                if (owner.Breaks)
                {
                    throw new InvalidOperationException("out of order");
                }

                if (owner.Hangs)
                {
                    Thread.Sleep(Timeout.Infinite);
                }

                return ask();
            }
        }
    }

    private sealed class OneClient : IPartitionableServer
    {
        private readonly ReferenceServer server = new();

        public ImplementationDescription Describe() => server.Describe();

        public void Reset(ServerSetup setup) => server.Reset(setup);

        public Outcome Apply(Operation operation) => server.Apply(operation);

        public Observation Observe() => server.Observe();

        public void Dispose() => server.Dispose();
    }
}
