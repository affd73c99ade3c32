using DhpConformance.Adapters.Libvirt;
using DhpConformance.Engine.Results;
using DhpConformance.Engine.Runs;
using DhpConformance.QemuTests;
using Xunit.Abstractions;

namespace DhpConformance.LibvirtTests;

/// <summary>A bounded campaign, and the controls: mappings that are broken on purpose, which it notices.</summary>
public sealed class CampaignTests(ITestOutputHelper output)
{
    private static readonly string RealVirsh = "exec virsh \"$@\"";

    [LibvirtFact]
    public void Pseries_breaks_only_what_is_known()
    {
        var result = Judge(new() { SpareSlots = 32, Prefix = "dhp-c1-" }, cases: 2);
        foreach (var failure in result.Failures)
        {
            Assert.True(
                Servers.Known.All.Any(one => one.Rule == failure.Rule && one.Is(failure)),
                $"New: {failure.Rule}: {failure.Subject}: expected {failure.Expected}, observed {failure.Observed}, "
                    + $"after\n  {string.Join("\n  ", failure.Operations)}\n{failure.Evidence}");
        }

        var judged = result.Rules.Where(rule => rule.Verdict.IsJudged()).Select(rule => rule.Rule);
        Assert.Empty(judged.Except(Servers.Claims.Notes.SelectMany(note => note.Rules)));
    }

    [LibvirtFact]
    public void A_mapping_that_drops_the_removal_of_modules_is_noticed() =>
        Assert.Equal("REM-10", FirstFailure("dhp-c2-", $"case $* in *detach-device*--live*) exit;; esac; {RealVirsh}"));

    [LibvirtFact]
    public void A_mapping_that_adds_for_the_time_being_only_is_noticed() => Assert.Matches(
        "^(?!REF-07)[A-Z]+-[0-9]+$",
        FirstFailure(
            "dhp-c3-",
            "case $* in *' --live --config') for last; do shift; [ \"$last\" = --config ] || set -- \"$@\" \"$last\"; "
            + $"done;; esac; {RealVirsh}"));

    private string? FirstFailure(string prefix, string script)
    {
        using var folder = new TemporaryFolder();
        var options = new LibvirtOptions
        {
            Program = folder.Program(script),
            SpareSlots = 32,
            Prefix = prefix,
            RemovalDeadline = TimeSpan.FromMilliseconds(1),
        };
        var failure = Assert.Single(Judge(options, cases: 16, failFast: true).Failures);
        output.WriteLine($"{failure.Rule}: {failure.Subject}: {failure.Expected}: {failure.Observed}");
        return failure.Rule;
    }

    private ProfileResult Judge(LibvirtOptions libvirt, int cases, bool failFast = false)
    {
        var results = ConformanceSuite.Run(
            () => new LibvirtServer(libvirt),
            new SuiteOptions
            {
                Profiles = [Servers.Profile],
                Cases = cases,
                Length = 20,
                Threads = 2,
                FailFast = failFast,
                Shrink = false,
            });
        var result = Assert.Single(results.Profiles);
        output.WriteLine(
            $"{result.Headline}; {result.Operations} operations in {results.Times.ElapsedMilliseconds / 1000.0:0.0} s");
        return result;
    }
}
