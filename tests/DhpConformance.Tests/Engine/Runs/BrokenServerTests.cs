using DhpConformance.Abstractions;
using DhpConformance.Engine.Replay;
using DhpConformance.Engine.Results;
using DhpConformance.Engine.Runs;
using DhpConformance.Model.Profiles;

namespace DhpConformance.Tests.Engine.Runs;

/// <summary>A server that breaks is reported with the step at which it broke; the suite goes on.</summary>
public sealed class BrokenServerTests
{
    [Fact]
    public void A_server_that_throws_is_an_error_at_that_step()
    {
        var failure = Broken(() => new()
        {
            Answered = (operation, outcome) =>
                operation is HotAdd ? throw new InvalidOperationException("the add is broken") : outcome,
        });
        Assert.IsType<HotAdd>(failure.Operations.Single());
        Assert.Equal("the answer", failure.Subject);
        Assert.Equal("InvalidOperationException: the add is broken", failure.Observed);
    }

    [Fact]
    public void A_server_that_says_it_was_cancelled_is_an_error_too() =>
        Assert.StartsWith(
            "OperationCanceledException",
            Broken(() => new() { Answered = (_, _) => throw new OperationCanceledException() }).Observed,
            StringComparison.Ordinal);

    [Fact]
    public void A_server_that_cannot_be_reset_is_an_error_before_the_first_step()
    {
        var failure = Broken(() => new() { Resetting = () => throw new NotSupportedException("no reset") });
        Assert.Empty(failure.Operations);
        Assert.Equal("the reset", failure.Subject);
    }

    [Fact]
    public void A_server_that_observes_null_is_an_error() =>
        Assert.Equal("it observed nothing (null)", Broken(() => new() { Seen = _ => null! }).Observed);

    [Fact]
    public void A_partition_that_is_null_is_an_error() =>
        Assert.Equal(
            "partition p0: it is missing (null)",
            Broken(() => new()
            {
                Seen = observation => observation with { Partitions = observation.Partitions.SetItem(0, null!) },
            }).Observed);

    [Fact]
    public void A_notification_that_is_null_is_an_error() =>
        Assert.Equal(
            "notification 1 is missing (null)",
            Broken(() => new() { Seen = observation => observation with { Notifications = [null!] } }).Observed);

    [Fact]
    public void A_server_that_does_not_describe_itself_is_to_blame_and_not_the_suite() =>
        Assert.StartsWith(
            "Describe threw NotSupportedException: nothing to say. It is asked",
            Fault(new() { Described = _ => throw new NotSupportedException("nothing to say") }),
            StringComparison.Ordinal);

    [Fact]
    public void A_server_that_is_not_given_back_is_to_blame_and_not_the_suite() =>
        Assert.StartsWith(
            "Dispose threw NotSupportedException: mine. Let it give back",
            Fault(new() { GivenBack = () => throw new NotSupportedException("mine") }),
            StringComparison.Ordinal);

    private static string Fault(BrokenServer server) => Assert.Throws<ServerFaultException>(() =>
        ConformanceSuite.Run(() => server, new() { Profiles = ProfileCatalog.All, Cases = 5 })).Message;

    [Fact]
    public void A_list_that_was_never_filled_in_is_an_error() =>
        Assert.Contains(
            "never filled in",
            Broken(() => new() { Seen = observation => observation with { Units = default } }).Observed,
            StringComparison.Ordinal);

    [Fact]
    public void An_owner_that_does_not_exist_is_an_error() =>
        Assert.Equal(
            "unit u0 is held by p99, a partition that the setup does not have",
            Broken(() => new()
            {
                Seen = observation => observation with
                {
                    Units = [.. observation.Units.Select(unit => unit with { Owner = new PartitionId(99) })],
                },
            }).Observed);

    [Fact]
    public void A_negative_size_is_an_error() =>
        Assert.Equal(
            "partition p0: a size is negative",
            Broken(() => new()
            {
                Seen = observation => observation with
                {
                    Partitions = [.. observation.Partitions.Select(partition => partition with { MemoryBytes = -1 })],
                },
            }).Observed);

    [Fact]
    public void A_server_that_breaks_once_and_not_again_is_not_judged_even_if_every_rule_could_be()
    {
        var count = 0;
        var results = Run(() => new() { Resetting = () => Throw(Interlocked.Increment(ref count) == 150) });
        var profile = Assert.Single(results.Profiles);
        Assert.DoesNotContain(profile.Rules, rule => rule.Verdict == Verdict.Fail);
        Assert.Equal(Verdict.Inconclusive, profile.Verdict);
        Assert.StartsWith("NOT JUDGED (inconclusive)", profile.Headline, StringComparison.Ordinal);
        Assert.True(Assert.Single(profile.Failures).OneOff);
    }

    [Fact]
    public void A_server_that_ends_once_in_legal_use_leaves_its_rule_open()
    {
        var count = 0;
        var profile = Run(() => new()
        {
            Answered = (_, outcome) => Interlocked.Increment(ref count) == 900 ? throw Ended() : outcome,
        }).Profiles.Single();
        var rule = profile.Rules.Single(rule => rule.Rule == "REF-07");
        Assert.Equal(Verdict.Inconclusive, rule.Verdict);
        Assert.StartsWith("It broke once, in case ", rule.Reason, StringComparison.Ordinal);
        Assert.True(Assert.Single(profile.Failures).OneOff);
    }

    [Fact]
    public void A_server_that_ends_again_has_broken_its_rule()
    {
        var profile = Run(() => new()
        {
            Answered = (operation, outcome) => operation is StopPartition ? throw Ended() : outcome,
        }).Profiles.Single();
        Assert.Equal(Verdict.Fail, profile.Rules.Single(rule => rule.Rule == "REF-07").Verdict);
        Assert.IsType<StopPartition>(Assert.Single(profile.Failures).Operations.Single());
    }

    [Fact]
    public void A_server_that_hangs_is_not_asked_until_everybody_has_gone_home()
    {
        var hangs = 0;
        var profile = Run(() => new()
        {
            Answered = (operation, outcome) => operation is StartPartition
                ? throw new ServerFaultException(ServerFault.DeadlineMissed, $"hang {++hangs}")
                : outcome,
        }).Profiles.Single();
        Assert.Equal(Verdict.Fail, profile.Verdict);
        Assert.True(profile.Cases < 200, $"{profile.Cases} cases");
        Assert.True(hangs < 40, $"{hangs} deadlines");
    }

    [Fact]
    public void What_shows_only_after_other_cases_is_a_leak_and_no_rule_is_blamed()
    {
        var failure = Broken(() =>
        {
            var resets = 0;
            return new()
            {
                Resetting = () => resets++,
                Seen = observation => resets > 3 ? observation with { PoweredOn = false } : observation,
            };
        });
        Assert.Equal("the reset", failure.Subject);
        Assert.StartsWith(
            "something of an earlier case has survived the reset: ", failure.Observed, StringComparison.Ordinal);
        Assert.Contains("--restart-per-case", failure.Observed, StringComparison.Ordinal);
    }

    [Fact]
    public void A_death_that_shows_only_after_other_cases_is_a_death()
    {
        var profile = Run(() =>
        {
            var resets = 0;
            return new()
            {
                Resetting = () => resets++,
                Answered = (_, outcome) => resets > 3
                    ? throw new ServerFaultException(ServerFault.Ended, "ended with signal 11")
                    : outcome,
            };
        }).Profiles.Single();
        Assert.Equal(Verdict.Fail, profile.Verdict);
        Assert.Equal("REF-07", Assert.Single(profile.Failures).Rule);
    }

    [Fact]
    public void What_a_broken_server_showed_can_be_written_down_all_the_same()
    {
        Func<BrokenServer> create = () => new() { Seen = observation => observation with { Units = default } };
        var results = Run(create);
        using var server = create();
        using var file = new StringWriter();
        var profile = results.Profiles.Single();
        ReplayWriter.Write(ReplayRecorder.Record(create, results, profile, profile.Failures.Single()), file);
        Assert.Contains("The answer cannot be written as JSON", file.ToString(), StringComparison.Ordinal);
        Assert.Null(ReplayReader.Parse(file.ToString()).Header.Rule);
    }

    [Fact]
    public void A_server_that_does_not_describe_itself_cannot_be_judged() =>
        Assert.Contains(
            "Describe returned null",
            Assert.Throws<ServerFaultException>(() => Run(() => new() { Described = _ => null! })).Message,
            StringComparison.Ordinal);

    [Fact]
    public void A_server_that_cannot_be_made_on_every_thread_ends_the_run_and_not_the_process()
    {
        var made = 0;
        var exception = Assert.Throws<ServerFaultException>(() => Run(
            () => Interlocked.Increment(ref made) > 1 ? throw new IOException("no more licences") : new(), threads: 4));
        Assert.Contains("no more licences", exception.Message, StringComparison.Ordinal);
    }

    private static Failure Broken(Func<BrokenServer> create)
    {
        var profile = Run(create).Profiles.Single();
        Assert.Equal(Verdict.Error, profile.Verdict);
        var failure = Assert.Single(profile.Failures);
        Assert.Null(failure.Rule);
        return failure;
    }

    private static RunResults Run(Func<BrokenServer> create, int threads = 1) => ConformanceSuite.Run(create, new()
    {
        Profiles = [ProfileCatalog.Find("windows-2000")!],
        Cases = 200,
        Threads = threads,
    });

    private static ServerFaultException Ended() => new(ServerFault.Ended, "it ended");

    private static void Throw(bool now)
    {
        if (now)
        {
            throw new IOException("a hiccup");
        }
    }
}
