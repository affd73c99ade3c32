using DhpConformance.Engine.Campaigns;
using DhpConformance.Engine.Results;
using DhpConformance.Model.Profiles;
using DhpConformance.Reference;

namespace DhpConformance.Tests.Engine.Campaigns;

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
        Assert.StartsWith("NOT JUDGED (interrupted) to windows-2000: ", profile.Headline, StringComparison.Ordinal);
        Assert.False(results.Footer.Complete);
        Assert.Equal(ProfileCatalog.All.Length, results.Footer.Profiles);
    }

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
