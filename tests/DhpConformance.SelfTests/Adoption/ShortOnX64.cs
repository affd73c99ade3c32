using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Model.Profiles;
using DhpConformance.Testing;

namespace DhpConformance.SelfTests.Adoption;

/// <summary>Scenarios as somebody else chooses them: a profile, a length, and the claims of their server.</summary>
internal sealed class ShortOnX64 : PartitionScenarios<ShortOnX64>
{
    public const int Operations = 3;

    protected override ImmutableArray<Profile> Profiles => [ProfileCatalog.Find("windows-server-2008-x64")!];

    protected override int Length => Operations;

    protected override ImplementationDescription Server => new("sample", "1", Claims.Of(Claim.HotAddProcessor));
}
