using DhpConformance.Abstractions;
using DhpConformance.Engine;
using DhpConformance.Engine.Profiles;
using DhpConformance.Engine.Replay;
using DhpConformance.Engine.Runs;
using DhpConformance.Model.Profiles;
using DhpConformance.Reference;
using DhpConformance.Reference.Mutants;

namespace DhpConformance.Tests.Engine.Replay;

public sealed class ReplayFileTests
{
    public static TheoryData<string> Mutants =>
        ["accepts-larger-spare", "starts-without-memory", "capabilities-of-the-first-partition", "removes-free-units"];

    [Theory]
    [MemberData(nameof(Mutants))]
    public void What_is_read_fails_again_and_passes_against_the_reference(string name)
    {
        var mutant = MutantCatalog.All.Single(one => one.Name == name);
        var replay = ReplayReader.Parse(Written(mutant));
        Assert.Equal(mutant.RuleId, Replayer.Run(mutant.Create(), replay)?.Rule);
        Assert.Null(Replayer.Run(new ReferenceServer(), replay));
    }

    [Fact]
    public void What_is_read_is_what_was_written()
    {
        var text = Written(MutantCatalog.All.Single(one => one.Name == "accepts-larger-spare"));
        using var again = new StringWriter();
        ReplayWriter.Write(ReplayReader.Parse(text), again);
        Assert.Equal(text, again.ToString());
    }

    [Fact]
    public void Requests_are_those_of_the_protocol() =>
        Assert.Contains(
            "\n{\"method\":\"apply\",\"params\":{\"operation\":{\"operation\":\"hot-replace\",",
            Written(MutantCatalog.All.Single(one => one.Name == "accepts-larger-spare")),
            StringComparison.Ordinal);

    [Fact]
    public void A_unit_listed_twice_is_noticed() =>
        AssertError(setup => setup with { Units = [setup.Units[0], setup.Units[0]] }, "unit u0 is listed twice");

    [Fact]
    public void A_unit_that_the_server_does_not_have_is_noticed() =>
        AssertError(setup => setup with { Units = [] }, "holds u0, which is not among the units of the server");

    [Fact]
    public void A_capacity_that_makes_no_sense_is_noticed() =>
        AssertError(
            setup => setup with { Units = [setup.Units[0] with { Capacity = 0 }] },
            "unit u0 has capacity 0; a bridge has 0, any other unit 1 or more.");

    [Fact]
    public void A_partition_listed_twice_is_noticed() =>
        AssertError(
            setup => setup with { Partitions = [setup.Partitions[0], setup.Partitions[0]] },
            "partition p0 is listed twice");

    [Fact]
    public void A_limit_that_makes_no_sense_is_noticed() =>
        AssertError(
            setup => setup with { Partitions = [setup.Partitions[0] with { MemoryLimit = 0 }] },
            "a limit of partition p0 is less than 1.");

    [Fact]
    public void Another_architecture_is_noticed() =>
        AssertError(
            setup => setup with { Partitions = [setup.Partitions[0] with { Profile = ProfileCatalog.All[7] }] },
            "which has another architecture than windows-2000");

    [Fact]
    public void A_server_without_partitions_is_noticed() =>
        AssertError(setup => setup with { Partitions = [] }, "the server has no partition");

    // 2,147,483,647 requests, which a mutated file asked for, need more memory than there is.
    [Fact]
    public void More_requests_at_a_time_than_a_server_can_keep_are_noticed() => AssertError(
        setup => setup,
        "line 3: 10001 I/O requests at once; submit at most 10000 at a time.",
        new ApplyExchange(new(new SubmitIo(new(0), 10_001)), Outcome.Completed));

    [Fact]
    public void As_many_requests_as_it_can_keep_are_replayed() => Assert.Equal(
        new SubmitIo(new(0), 10_000),
        Assert.Single(ReplayReader.Parse(
            Text(setup => setup, new ApplyExchange(new(new SubmitIo(new(0), 10_000)), Outcome.Completed)))
            .TestCase.Operations));

    private static void AssertError(
        Func<ServerSetup, ServerSetup> change, string sentence, params Exchange[] exchanges)
    {
        var exception = Assert.Throws<UnusableFileException>(() => ReplayReader.Parse(Text(change, exchanges)));
        Assert.Contains(sentence, exception.Message, StringComparison.Ordinal);
    }

    private static string Text(Func<ServerSetup, ServerSetup> change, params Exchange[] exchanges)
    {
        var profile = ProfileCatalog.Find("windows-2000")!;
        var setup = change(new(
            Partitionability.Dynamic,
            [new(new(0), UnitKind.Processor, "cpu", 1, "SN0")],
            [new(new(0), profile, 4, 1 << 30, [new(0)])]));
        var header = new ReplayHeader(1, "0", "TOP-01", profile, "reference", 1, 0, default, "it", "this", "that");
        using var text = new StringWriter();
        ReplayWriter.Write(new(header, [new ResetExchange(new(setup)), .. exchanges]), text);
        return text.ToString();
    }

    private static string Written(Mutant mutant)
    {
        var results = ConformanceSuite.Run(mutant.Create, new()
        {
            Profiles = SelfTestProfiles.All,
            Source = $"mutant:{mutant.Name}",
            FailFast = true,
        });
        var profile = results.Profiles.First(one => !one.Failures.IsEmpty);
        using var text = new StringWriter();
        ReplayWriter.Write(ReplayRecorder.Record(mutant.Create, results, profile, profile.Failures[0]), text);
        return text.ToString();
    }
}
