using DhpConformance.Abstractions;
using DhpConformance.Engine.Results;
using DhpConformance.Engine.Runs;
using DhpConformance.Model.Profiles;
using DhpConformance.Reference;
using DhpConformance.Tests.Engine.Runs;

namespace DhpConformance.Tests.Reporting;

/// <summary>Runs to report. They took as long as they say on some day, so that they are the same every day.</summary>
internal static class SampleRuns
{
    private static readonly Lazy<RunResults> Sound = new(() => Run(() => new ReferenceServer(), "reference", 2000));
    private static readonly Lazy<RunResults> Silent =
        new(() => Run(() => new BrokenServer { Seen = _ => null! }, "assembly:Silent.dll", 50));

    private static readonly Lazy<RunResults> Careless =
        new(() => Run(() => new CarelessServer(), "assembly:Careless.dll", 300));

    /// <summary>A run in which everything passes.</summary>
    public static RunResults Passing => Sound.Value;

    /// <summary>A run in which some rules fail.</summary>
    public static RunResults Failing => Careless.Value;

    /// <summary>A run in which the implementation broke.</summary>
    public static RunResults Broken => Silent.Value;

    /// <summary>The passing run, had it been interrupted.</summary>
    public static RunResults Interrupted => InterruptedInThirdProfile(Passing);

    /// <summary>A run, had it been interrupted in its third profile.</summary>
    public static RunResults InterruptedInThirdProfile(RunResults whole)
    {
        var cut = whole.Profiles[2] with
        {
            Cases = 640,
            Operations = 32_000,
            Lengths = [new(50, 640)],
            Sizes = null,
            Verdict = Verdict.Inconclusive,
            Headline = "NOT JUDGED (interrupted) for" + whole.Profiles[2].Headline["CONFORMANT to".Length..],
        };
        ProfileResult[] begun = [whole.Profiles[0], whole.Profiles[1], cut];
        return whole with
        {
            Profiles = [.. begun],
            Footer = Footer(begun, complete: false, asked: whole.Profiles.Length),
        };
    }

    /// <summary>The same run with other profiles, and a footer that counts them.</summary>
    public static RunResults Of(RunResults results, params ProfileResult[] profiles) => results with
    {
        Profiles = [.. profiles],
        Footer = Footer(profiles, results.Footer.Complete, profiles.Length),
    };

    private static RunFooter Footer(ProfileResult[] profiles, bool complete, int asked) => new(
        complete,
        asked,
        profiles.Sum(profile => profile.Rules.Length),
        profiles.Sum(profile => profile.Failures.Length),
        profiles.Sum(profile => (long)profile.Cases));

    private static RunResults Run(Func<IPartitionableServer> create, string source, int cases)
    {
        var results = ConformanceSuite.Run(create, new SuiteOptions
        {
            Source = source,
            Profiles = ProfileCatalog.All,
            Cases = cases,
            Threads = 2,
        });
        return results with
        {
            Times = new(new DateTimeOffset(2026, 11, 20, 9, 30, 0, TimeSpan.Zero), 4210, 2)
            {
                ProfileMilliseconds = [410, 420, 480, 470, 490, 520, 700, 720],
            },
        };
    }
}
