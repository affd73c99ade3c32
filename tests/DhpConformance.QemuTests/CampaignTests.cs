using DhpConformance.Abstractions;
using DhpConformance.Adapters.Qemu;
using DhpConformance.Engine.Campaigns;
using Xunit.Abstractions;

namespace DhpConformance.QemuTests;

/// <summary>A bounded campaign on each machine, some two minutes together: it fails for whatever is not known.</summary>
public sealed class CampaignTests(ITestOutputHelper output)
{
    [QemuFact(QemuMachine.Pseries)]
    public void Pseries_breaks_only_what_is_known() =>
        Judge("pseries", new QemuOptions { Machine = QemuMachine.Pseries }, Servers.Pseries, cases: 16);

    [QemuFact(QemuMachine.Pseries)]
    public void Pseries_with_spare_slots_breaks_only_what_is_known() => Judge(
        "pseries-spare-slots",
        new QemuOptions { Machine = QemuMachine.Pseries, SpareSlots = 32 },
        Servers.Pseries,
        cases: 32);

    [QemuFact(QemuMachine.Q35)]
    public void Q35_breaks_only_what_is_known() =>
        Judge("q35", new QemuOptions { Machine = QemuMachine.Q35 }, Servers.Q35, cases: 16);

    private void Judge(string campaign, QemuOptions qemu, Profile profile, int cases)
    {
        var results = ConformanceSuite.Run(
            () => new QemuServer(qemu), new SuiteOptions { Profiles = [profile], Cases = cases });
        var result = Assert.Single(results.Profiles);
        var seconds = results.Times.ElapsedMilliseconds / 1000.0;
        output.WriteLine($"{result.Headline}; {result.Operations} operations in {seconds:0.0} s");
        var known = KnownFailure.Of(campaign, results.Implementation.Version);
        var complaints = KnownFailure.Complaints(known, result).ToList();
        Assert.True(complaints.Count == 0, string.Join("\n", complaints));
    }
}
