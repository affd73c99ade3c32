using DhpConformance.Abstractions;
using DhpConformance.Engine.Results;
using DhpConformance.Engine.Runs;
using DhpConformance.Model.Profiles;
using DhpConformance.Reference;

namespace DhpConformance.Tests.Engine.Runs;

/// <summary>A run that is ended early says what it knows by then, and that it is not all.</summary>
public sealed class InterruptionTests
{
    [Fact]
    public void What_was_executed_is_reported_and_nothing_counts_as_conformant()
    {
        using var interruption = new CancellationTokenSource();
        var results = ConformanceSuite.Run(
            () => new ReferenceServer(),
            new() { Profiles = ProfileCatalog.All, Cases = 100_000 },
            new Once(interruption.Cancel),
            interruption.Token);
        var profile = Assert.Single(results.Profiles);
        Assert.InRange(profile.Cases, 1, 1000);
        Assert.Equal(Verdict.Inconclusive, profile.Verdict);
        Assert.StartsWith("NOT JUDGED (interrupted) for windows-2000: ", profile.Headline, StringComparison.Ordinal);
        Assert.False(results.Footer.Complete);
        Assert.Equal(ProfileCatalog.All.Length, results.Footer.Profiles);
    }

    [Fact]
    public void A_call_that_does_not_come_back_is_named_and_left_behind()
    {
        using var interruption = new CancellationTokenSource();
        using var forever = new ManualResetEventSlim();
        var results = Run(
            () => new()
            {
                Answered = (operation, outcome) =>
                {
                    if (operation is HotAdd)
                    {
                        interruption.Cancel();
                        forever.Wait(TimeSpan.FromMinutes(2), CancellationToken.None);
                    }

                    return outcome;
                },
            },
            interruption.Token);
        forever.Set();
        Assert.False(results.Footer.Complete);
        Assert.Contains(
            "did not come back from Apply (HotAdd, step ", results.Profiles.Single().Stopped, StringComparison.Ordinal);
    }

    [Fact]
    public void What_breaks_after_the_interruption_is_no_finding()
    {
        using var interruption = new CancellationTokenSource();
        Assert.NotEmpty(Run(() => Ending(() => { }), CancellationToken.None).Profiles.Single().Failures);
        var profile = Run(() => Ending(interruption.Cancel), interruption.Token).Profiles.Single();
        Assert.Empty(profile.Failures);
        Assert.Equal(0, profile.EndedEarly);
        Assert.StartsWith("The run was interrupted after ", profile.Stopped, StringComparison.Ordinal);
    }

    [Fact]
    public void A_server_that_does_not_even_describe_itself_is_left_behind()
    {
        using var interruption = new CancellationTokenSource();
        using var forever = new ManualResetEventSlim();
        Assert.Throws<OperationCanceledException>(() => Run(
            () => new()
            {
                Described = description =>
                {
                    interruption.Cancel();
                    forever.Wait(TimeSpan.FromMinutes(2), CancellationToken.None);
                    return description;
                },
            },
            interruption.Token));
        forever.Set();
    }

    private static BrokenServer Ending(Action before) => new()
    {
        Answered = (operation, outcome) =>
        {
            if (operation is StopPartition)
            {
                before();
                throw new ServerFaultException(ServerFault.Ended, "it ended");
            }

            return outcome;
        },
    };

    private static RunResults Run(Func<BrokenServer> create, CancellationToken interrupted) => ConformanceSuite.Run(
        create,
        new() { Profiles = [ProfileCatalog.Find("windows-server-2008-x64")!], Cases = 40 },
        cancellation: interrupted);

    [Fact]
    public void Cases_that_were_drawn_together_are_not_all_executed_first()
    {
        const int Begun = 3;
        using var interruption = new CancellationTokenSource();
        var resets = 0;
        var results = ConformanceSuite.Run(
            () => new BrokenServer { Resetting = Reset },
            new() { Profiles = [ProfileCatalog.All[0]], Cases = 100 },
            progress: null,
            interruption.Token);
        Assert.Equal(Begun, resets);
        Assert.Equal(Begun, Assert.Single(results.Profiles).Cases);

        void Reset()
        {
            if (++resets == Begun)
            {
                interruption.Cancel();
            }
        }
    }

    private sealed class Once(Action interrupt) : IProgress<SuiteProgress>
    {
        public void Report(SuiteProgress value) => interrupt();
    }
}
