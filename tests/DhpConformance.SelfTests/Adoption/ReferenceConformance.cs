using DhpConformance.Abstractions;
using DhpConformance.Engine.Runs;
using DhpConformance.Model.Profiles;
using DhpConformance.Reference;
using DhpConformance.Xunit;

namespace DhpConformance.SelfTests.Adoption;

/// <summary>
/// How somebody else would do it: one class with one override, and which profile to judge. Not public, so that what is
/// skipped in it is not taken for a test of ours that was.
/// </summary>
internal sealed class ReferenceConformance : ConformanceTests
{
    protected override SuiteOptions Options =>
        base.Options with { Profiles = [ProfileCatalog.Find("windows-server-2008-x64")!] };

    protected override IPartitionableServer CreateServer() => new ReferenceServer();
}
