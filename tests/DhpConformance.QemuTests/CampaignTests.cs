using DhpConformance.Abstractions;
using DhpConformance.Adapters.Qemu;
using DhpConformance.Engine.KnownFailures;
using DhpConformance.Engine.Results;
using DhpConformance.Engine.Runs;
using DhpConformance.Hosting;
using DhpConformance.Model.Profiles;
using Xunit.Abstractions;

namespace DhpConformance.QemuTests;

/// <summary>A bounded campaign on each machine, a minute in all: it fails for whatever is not known.</summary>
public sealed class CampaignTests(ITestOutputHelper output)
{
    // A campaign that judges next to nothing finds nothing, and must not pass for that.
    private const int FewestRules = 15;

    private static readonly KnownFailureList Known =
        KnownFailureList.Parse(File.ReadAllText(AdapterFiles.PathOf("known-failures-pseries.json")));

    [QemuFact(QemuMachine.Pseries)]
    public void Pseries_breaks_only_what_is_known()
    {
        var results = Judge(new QemuOptions { Machine = QemuMachine.Pseries }, Servers.Pseries, cases: 16);
        AssertNothingNew(results, Known);

        // The controls: a list that lacks something, and deaths that no removal comes before.
        Assert.NotEmpty(NewFailures.In(results, KnownFailureList.None));
        Assert.NotEmpty(NewFailures.In(WithoutOperations(results), Known));
    }

    [QemuFact(QemuMachine.Pseries)]
    public void Pseries_with_spare_slots_breaks_only_what_is_known() => AssertNothingNew(
        Judge(new QemuOptions { Machine = QemuMachine.Pseries, SpareSlots = 32 }, Servers.Pseries, cases: 32), Known);

    [QemuFact(QemuMachine.Q35)]
    public void Q35_breaks_nothing() => AssertNothingNew(
        Judge(new QemuOptions { Machine = QemuMachine.Q35 }, Servers.Q35, cases: 16), KnownFailureList.None);

    [QemuFact(QemuMachine.Pseries)]
    public void A_removal_that_windows_does_not_support_is_a_deviation()
    {
        var windows = ProfileCatalog.Find("windows-server-2008-x64")!;
        var results = Judge(new QemuOptions { Machine = QemuMachine.Pseries, SpareSlots = 32 }, windows, cases: 8);
        Assert.Contains(results.Profiles[0].Failures, failure => failure.Rule is "CAP-07" or "CAP-08" or "CAP-09");
    }

    // Shows each failure in full, with its evidence: a failure of QEMU may not come again.
    private static void AssertNothingNew(RunResults results, KnownFailureList known)
    {
        var failures = NewFailures.In(results, known).ToList();
        Assert.True(failures.Count == 0, string.Join("\n\n", failures));
    }

    private RunResults Judge(QemuOptions qemu, Profile profile, int cases)
    {
        var results = ConformanceSuite.Run(
            () => new QemuServer(qemu), new SuiteOptions { Profiles = [profile], Cases = cases, Threads = 2 });
        var result = Assert.Single(results.Profiles);
        var seconds = results.Times.ElapsedMilliseconds / 1000.0;
        output.WriteLine($"{result.Headline}; {result.Operations} operations in {seconds:0.0} s");
        Assert.True(result.Rules.Count(rule => rule.Verdict == Verdict.Pass) >= FewestRules, result.Headline);
        Assert.Empty(WithoutRemark(result.Rules, AdapterFiles.Claims(qemu.Machine)));
        return results;
    }

    [Fact]
    public void A_judged_rule_without_a_remark_is_noticed()
    {
        // The table of the adapter keeps TOP-01 on either machine, and no processor can be replaced.
        RuleResult[] rules = [new("TOP-01", Verdict.Pass, 1), new("REP-01", Verdict.Fail, 1)];
        Assert.All(Enum.GetValues<QemuMachine>(), machine =>
            Assert.Equal("REP-01", Assert.Single(WithoutRemark(rules, AdapterFiles.Claims(machine)))));
    }

    /// <summary>Rules that are judged while nobody says who is tested by them.</summary>
    private static IEnumerable<string> WithoutRemark(IEnumerable<RuleResult> rules, ClaimsFile claims) => rules
        .Where(rule => rule.Verdict.IsJudged())
        .Select(rule => rule.Rule)
        .Except(claims.Notes.SelectMany(remark => remark.Rules));

    private static RunResults WithoutOperations(RunResults results) => results with
    {
        Profiles =
        [
            .. results.Profiles.Select(profile => profile with
            {
                Failures = [.. profile.Failures.Select(failure => failure with { Operations = [] })],
            }),
        ],
    };
}
