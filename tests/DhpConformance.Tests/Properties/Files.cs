using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Consumers;
using DhpConformance.Engine.Histories;
using DhpConformance.Engine.Runs;
using DhpConformance.Engine.KnownFailures;
using DhpConformance.Engine.Replay;
using DhpConformance.Engine.Results;
using DhpConformance.Engine.Scopes;
using DhpConformance.Model.Profiles;
using DhpConformance.Model.Rules;
using DhpConformance.Reference;
using DhpConformance.Tests.Engine.Histories;
using FsCheck;
using FsCheck.Fluent;

namespace DhpConformance.Tests.Properties;

/// <summary>What files of each format say.</summary>
public static class Files
{
    private static readonly ConsumerDescription AnyDriver =
        new("any", "1", ConsumerRole.Driver, [.. Enum.GetValues<ConsumerTrait>()]);

    private static readonly Lazy<RunResults[]> Runs = new(() => [.. Enumerable.Range(1, 3).Select(Run)]);

    public static Arbitrary<ReplayFile> Replays => Arb.From(
        from profile in Gen.Elements<Profile>([.. ProfileCatalog.All])
        from seed in Gen.Choose(1, 1000)
        from number in Gen.Choose(0, 15)
        select CaseRecorder.Record(
            new ReferenceServer(), Options(profile, seed) with { Source = "reference" }, number));

    public static Arbitrary<History> Histories => Arb.From(
        from seed in Gen.Choose(1, 1000)
        from calls in Gen.Choose(1, 12)
        from clients in Gen.Choose(1, 3)
        from lost in Gen.Choose(0, 30)
        select LockedRun.Draw(seed, calls, clients, lost: lost));

    public static Arbitrary<ConsumerReplay> ConsumerReplays => Arb.From(
        from seed in Gen.Choose(1, 1000)
        from number in Gen.Choose(0, 99)
        from rule in Gen.Elements("", "CDRV-01")
        select ConsumerReplayOf(ConsumerCaseGenerator.Case((ulong)seed, number, AnyDriver), rule),
        Shorter);

    public static Arbitrary<RunResults> Results => Arb.From(
        from run in Gen.Elements(Runs.Value)
        from text in Gen.Elements("", "a \"quoted\" name", "<b>é\u2028", "1\n2")
        from threads in Gen.Choose(1, 64)
        select run with
        {
            Implementation = run.Implementation with { Name = text },
            Times = run.Times with { Threads = threads },
        });

    public static Arbitrary<KnownFailureList> KnownFailures => Arb.From(
        from rules in Gen.SubListOf(RuleCatalog.All.Take(20))
        from number in Gen.Choose(1, 99)
        select new KnownFailureList(
        [
            .. rules.Select((rule, place) =>
                new KnownFailure(rule.Id, $"reason {number}", $"https://example.org/{number}")
                {
                    Observed = place % 2 == 0 ? null : ["completed", $"{number}"],
                    Causes = place % 3 == 0 ? null : ["hot-add; the answer; completed", $"{number}"],
                }),
        ]), list => Smaller.Lists(list.All).Select(all => new KnownFailureList(all)));

    public static Arbitrary<ScopeDefinition> Scopes => Arb.From(
        from number in Gen.Choose(1, 9)
        from servers in Gen.NonEmptyListOf(Gen.Elements(Enum.GetValues<Partitionability>()))
        from partitions in Gen.Choose(1, 4)
        from units in Gen.NonEmptyListOf(Unit(partitions))
        from requests in Gen.NonEmptyListOf(Gen.Elements(AllRequests.Kinds.ToArray()))
        select new ScopeDefinition(
            $"scope-{number}",
            [.. servers.Distinct()],
            [.. Enumerable.Range(1, partitions).Select(place => new ScopePartition(place, place * 4L))],
            [.. units.Take(60)],
            [.. requests.Distinct()]));

    public static Arbitrary<Shard> Shards => Arb.From(
        from count in Gen.Choose(1, 50)
        from number in Gen.Choose(1, count)
        select new Shard(number, count),
        shard => shard.Number < shard.Count ? [new(shard.Number, shard.Count - 1)] : []);

    public static Arbitrary<ImmutableArray<Verdict>> Verdicts => Arb.From(
        Gen.Elements(Enum.GetValues<Verdict>()).ListOf().Select(all => all.ToImmutableArray()), Smaller.Lists);

    private static ConsumerReplay ConsumerReplayOf(ConsumerCase drawn, string rule) =>
        new("consumer", rule, drawn.Machine, drawn.Steps);

    private static IEnumerable<ConsumerReplay> Shorter(ConsumerReplay replay) =>
        Smaller.Lists(replay.Steps).Select(steps => replay with { Steps = steps });

    private static Gen<ScopeUnit> Unit(int partitions) =>
        from kind in Gen.Elements(Enum.GetValues<UnitKind>())
        from capacity in Gen.Choose(1, 3)
        from owner in Gen.Choose(-1, partitions - 1)
        select new ScopeUnit(
            kind, $"type {capacity}", kind == UnitKind.IoHostBridge ? 0 : capacity, owner < 0 ? null : owner);

    private static RunResults Run(int seed) => ConformanceSuite.Run(
        () => new ReferenceServer(), Options(ProfileCatalog.All[^seed], seed) with { Cases = 16 });

    private static SuiteOptions Options(Profile profile, int seed) =>
        new() { Profiles = [profile], Seed = (ulong)seed, Length = 8 };
}
