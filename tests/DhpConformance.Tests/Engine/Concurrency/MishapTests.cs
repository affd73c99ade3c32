using DhpConformance.Abstractions;
using DhpConformance.Engine.Concurrency;
using DhpConformance.Engine.Generation;
using DhpConformance.Engine.Histories;
using DhpConformance.Engine.Linearizability;
using DhpConformance.Engine.Profiles;
using DhpConformance.Engine.Results;
using DhpConformance.Reference;
using DhpConformance.Reference.Mutants;

namespace DhpConformance.Tests.Engine.Concurrency;

/// <summary>Clients that die while they ask, and answers that are lost.</summary>
public sealed class MishapTests
{
    private static readonly Round Both = new([], [[new PowerOffServer(), null], [new PowerOffServer(), null]]);

    [Fact]
    public void The_reference_conforms_whoever_dies()
    {
        var result = Run(() => new ReferenceServer(), cases: 200);
        Assert.Empty(result.Failures);
        Assert.Equal((null, Verdict.Pass), (result.Fault, result.Verdict));
    }

    [Fact]
    public void A_lock_that_a_dead_client_holds_is_found_and_only_if_clients_die()
    {
        var mutant = ConcurrencyMutants.All.Single(one => one.Name == "keeps-locks-of-the-dead");
        var failure = Assert.Single(Run(mutant.Create, cases: 400).Failures);
        Assert.Equal("LIN-10", failure.Rule);
        Assert.True(failure.History.Calls.Count(call => call.IsLost) > 1);
        Assert.Empty(Run(mutant.Create, cases: 100, mishaps: false).Failures);
    }

    [Fact]
    public void A_client_that_loses_an_answer_goes_on()
    {
        var calls = Calls(Both with { Loses = 1 }, 1, out var dead);
        Assert.Empty(dead);
        var lost = Assert.Single(calls, call => call.IsLost);
        Assert.Equal((1, 0), (lost.Client, calls.Where(call => call.Client == 1).ToList().IndexOf(lost)));
        Assert.NotNull(lost.Ended);
        Assert.Equal(4, calls.Count);
    }

    [Fact]
    public void A_client_that_dies_asks_nothing_more_and_its_call_stays_without_an_answer()
    {
        var deaths = 0;
        for (var seed = 1UL; seed <= 40; seed++)
        {
            var calls = Calls(Both with { Dies = 1 }, seed, out var dead);
            Assert.Equal(2, calls.Count(call => call.Client == 0 && !call.IsLost));
            if (dead.Count > 0)
            {
                deaths++;
                Assert.True(calls.Last(call => call.Client == 1).IsLost);
            }
        }

        Assert.InRange(deaths, 20, 40);
    }

    [Fact]
    public void Client_0_never_dies()
    {
        var rounds = Enumerable.Range(1, 1000).Select(seed =>
        {
            var random = new RandomSource((ulong)seed);
            return RoundGenerator.WithMishap(Both, mayDie: seed <= 500, ref random);
        }).ToList();
        Assert.All(rounds, round => Assert.True(round.Dies is null or 1));
        Assert.InRange(rounds.Take(500).Count(round => round.Dies is 1), 10, 100);
        Assert.DoesNotContain(rounds.Skip(500), round => round.Dies is not null);
        Assert.InRange(rounds.Count(round => round.Loses is not null), 5, 100);
    }

    [Fact]
    public void Clients_that_wait_for_each_other_in_loops_are_not_waited_for()
    {
        var result = Run(() => new Spinning(), cases: 1);
        Assert.Equal("LIN-10", Assert.Single(result.Failures).Rule);
    }

    private static List<HistoryCall> Calls(Round round, ulong seed, out IReadOnlyCollection<int> dead)
    {
        var server = new ReferenceServer();
        var session = new ConcurrentSession(server, TimeSpan.FromMinutes(1));
        var random = new RandomSource(seed);
        var setup = ConcurrentSetup.Draw(SelfTestProfiles.HotEverything, server.Describe().Limits, ref random);
        session.Begin(setup, 2);
        Assert.True(session.Ask(round, seed));
        dead = session.Dead;
        var claims = server.Describe().Claims;
        var history = new History(
            new(
                HistoryHeader.CurrentFormat, "test", "reference", SelfTestProfiles.HotEverything, setup, [.. claims],
                claims.Traits),
            session.Calls);
        Assert.Equal(LinearizabilityVerdict.Linearizable, LinearizabilityChecker.Check(history).Verdict);
        var text = HistoryWriter.Text(history);
        Assert.Equal(text, HistoryWriter.Text(HistoryReader.Parse(text)));
        return [.. session.Calls];
    }

    private static ConcurrentProfileResult Run(Func<IPartitionableServer> create, int cases, bool mishaps = true) =>
        ConcurrentSuite.Run(create, new()
        {
            Profiles = [SelfTestProfiles.HotEverything],
            Cases = cases,
            Mishaps = mishaps,
            MostFailingCases = 1,
        }).Profiles.Single();

    /// <summary>Clients that go round in circles once they overlap.</summary>
    private sealed class Spinning : IConcurrentServer, IInterleavable
    {
        private readonly ReferenceServer server = new();
        private IInterleaving? interleaving;

        public IPartitionableServer Connect(int client) => this;

        public void Interleave(IInterleaving? interleaving) => this.interleaving = interleaving;

        public ImplementationDescription Describe() => server.Describe();

        public void Reset(ServerSetup setup) => server.Reset(setup);

        public Outcome Apply(Operation operation)
        {
            while (interleaving is { } other)
            {
                other.Yield("a circle");
            }

            return server.Apply(operation);
        }

        public Observation Observe() => server.Observe();

        public void Dispose()
        {
        }
    }
}
