using DhpConformance.Abstractions;
using DhpConformance.Engine.Concurrency;
using DhpConformance.Engine.Profiles;
using DhpConformance.Engine.Results;
using DhpConformance.Engine.Runs;
using DhpConformance.Hosting;

namespace DhpConformance.Tests.Hosting.Adapters;

/// <summary>The adapters that strangers begin with are right, and survive what is wrong.</summary>
public sealed class SampleAdapterTests
{
    private static readonly Claims Claimed = Claims.Of(
        Claim.StaticServers,
        Claim.MixedProfiles,
        Claim.SeveralLogicalProcessors,
        Claim.HotAddProcessor,
        Claim.HotAddMemoryModule,
        Claim.HotAddIoHostBridge,
        Claim.HotReplace,
        Claim.HotRemove,
        Claim.UnitPower,
        Claim.HotOperationStatus);

    private static readonly Claims WithClients = Claimed.With(Claim.ConcurrentRequests);

    [NeedsCommandFact("python3")]
    public void Python_gives_the_right_answers() => GivesTheRightAnswers(Source(SampleAdapters.Python), WithClients);

    [NeedsCommandFact("cc")]
    public void C_gives_the_right_answers() => GivesTheRightAnswers(Source(SampleAdapters.C), Claimed);

    [NeedsCommandFact("python3")]
    public void Python_keeps_the_rules() => KeepsTheRules(SampleAdapters.Python);

    [NeedsCommandFact("cc")]
    public void C_keeps_the_rules() => KeepsTheRules(SampleAdapters.C);

    [Fact]
    public void CSharp_gives_the_right_answers() => GivesTheRightAnswers(() => new Acme.MyServer(), WithClients);

    [Fact]
    public void CSharp_keeps_the_rules() => KeepsTheRules(() => new Acme.MyServer());

    [NeedsCommandFact("python3")]
    public void Python_takes_three_clients() => TakesClients(Source(SampleAdapters.Python));

    [Fact]
    public void CSharp_takes_three_clients() => TakesClients(() => new Acme.MyServer());

    private static void TakesClients(Func<IPartitionableServer> create)
    {
        var result = ConcurrentSuite.Run(create, new() { Profiles = [SelfTestProfiles.HotEverything], Cases = 40 })
            .Profiles.Single();
        Assert.Empty(result.Failures);
        Assert.Null(result.Fault);
        Assert.True(result.Conflicts.Values.Sum() > 100, result.Headline);
    }

    private static void KeepsTheRules(string command) => KeepsTheRules(Source(command));

    private static Func<IPartitionableServer> Source(string command) =>
        ImplementationSource.Parse("command:" + command, TestAdapter.Patient).Create;

    private static void GivesTheRightAnswers(Func<IPartitionableServer> create, Claims claims)
    {
        using var server = create();
        Assert.Equal(claims, server.Describe().Claims);
        Play(server, Partitionability.Static, SampleScript.OnStaticServer);
        Play(server, Partitionability.Dynamic, SampleScript.OnDynamicServer);

        var seen = server.Observe();
        Assert.True(seen.PoweredOn);
        Assert.Equal(
            "u0 free, u1 p0, u2 free, u3 p0, u4 free, u5 p0, u6 free, u7 free",
            string.Join(", ", seen.Units.Select(unit => $"{unit.Id} {unit.Owner?.ToString() ?? "free"}")));
        Assert.All(seen.Units, unit => Assert.Equal(UnitPower.On, unit.Power));
        var partition = seen.Partitions[0];
        Assert.Equal(RunState.Running, partition.State);
        Assert.Equal((2, 4), (partition.ActiveProcessors, partition.MaximumProcessors));
        Assert.Equal(1024, partition.MemoryBytes);
        Assert.Equal(new UnitId(5), Assert.Single(partition.Bridges));
        Assert.Equal(
            new HotOperationStatus(HotOperation.Remove, new UnitId(2), OutcomeKind.Completed),
            partition.LatestHotOperation);
        Assert.Equal(RunState.Stopped, seen.Partitions[1].State);
        Assert.Equal(0, seen.Partitions[1].MaximumProcessors);
    }

    private static void Play(
        IPartitionableServer server,
        Partitionability partitionability,
        IReadOnlyList<(Operation Operation, Outcome Answer)> script)
    {
        server.Reset(SampleScript.Setup(partitionability));
        foreach (var (operation, answer) in script)
        {
            var given = server.Apply(operation);
            Assert.True(answer == given, $"{operation}: {given} instead of {answer}");
        }
    }

    private static void KeepsTheRules(Func<IPartitionableServer> create)
    {
        var results = ConformanceSuite.Run(create, new SuiteOptions
        {
            Profiles = SelfTestProfiles.All,
            Cases = 40,
            Length = 40,
        });
        Assert.Empty(results.Profiles.SelectMany(profile => profile.Failures)
            .Select(failure => $"{failure.Rule} {failure.Subject}: {failure.Observed}, not {failure.Expected}"));
        Assert.DoesNotContain(
            results.Profiles.SelectMany(profile => profile.Rules),
            rule => rule.Verdict is Verdict.Fail or Verdict.Error);
    }
}
