using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Scenarios;
using DhpConformance.Model.Profiles;
using DhpConformance.Testing;
using FsCheck.Xunit;

namespace DhpConformance.SelfTests.Adoption;

#pragma warning disable xUnit1000 // What is not public is not found, and these are to be run by other tests alone.

/// <summary>
/// Properties that have to fail, one for each way. Not public, so that xunit does not find them by itself.
/// </summary>
internal sealed class Broken
{
    [Property(Arbitrary = [typeof(PartitionScenarios)], MaxTest = 2000, Replay = "(1234567,7654321)")]
    public bool Falsified(Scenario scenario) =>
        ScenarioPropertyTests.SparesAreIdentical(ScenarioPropertyTests.Mutant(), scenario);

    [Property(Arbitrary = [typeof(PartitionScenarios)], Replay = "(1234567,7654321,3)")]
    public bool Replayed(Scenario scenario) => scenario.Operations.Length < 3;

    [Property(Arbitrary = [typeof(PartitionScenarios)])]
    public bool ChosenByNobody(Scenario scenario) => ScenarioPropertyTests.IsAsShortOnX64Chooses(scenario);

    [Property(Arbitrary = [typeof(PartitionScenarios)])]
    public bool KeepsOwners(Scenario scenario) =>
        PartitionScenariosTests.FreeUnitsHaveNoOwnerAfterRelease(new Forgetful(), scenario);

    [Property(Arbitrary = [typeof(PartitionScenarios)])]
    public bool IsThrown(Scenario scenario) => throw new InvalidOperationException("something of mine");

    [Property(Arbitrary = [typeof(PartitionScenarios)])]
    public bool Hangs(Scenario scenario)
    {
        using var server = new Hanging(at: 0);
        return scenario.RunOn(server, TimeSpan.FromMilliseconds(20)).Length >= 0;
    }

    [Property(Arbitrary = [typeof(PartitionScenarios)])]
    public Task ReturnsNoTask(Scenario scenario) => null!;

    [Property(Arbitrary = [typeof(PartitionScenarios)])]
    public string ReturnsText(Scenario scenario) => scenario.ToString();

    [Property(Arbitrary = [typeof(OfNoLength)])]
    public bool NoLength(Scenario scenario) => true;

    [Property(Arbitrary = [typeof(OfEndlessLength)])]
    public bool EndlessLength(Scenario scenario) => true;

    [Property(Arbitrary = [typeof(OfNoProfiles)])]
    public bool NoProfiles(Scenario scenario) => true;

    [Property(Arbitrary = [typeof(OfMisspeltProfile)])]
    public bool MisspeltProfile(Scenario scenario) => true;

    [Property(Arbitrary = [typeof(OfNoServer)])]
    public bool NoServer(Scenario scenario) => true;

    [Property(Arbitrary = [typeof(OfNoClaims)])]
    public bool NoClaims(Scenario scenario) => true;

    [Property(Arbitrary = [typeof(Throwing)])]
    public bool Throws(Scenario scenario) => true;

    internal sealed class OfNoLength : PartitionScenarios<OfNoLength>
    {
        protected override int Length => 0;
    }

    internal sealed class OfEndlessLength : PartitionScenarios<OfEndlessLength>
    {
        protected override int Length => 10_001;
    }

    internal sealed class OfNoProfiles : PartitionScenarios<OfNoProfiles>
    {
        protected override ImmutableArray<Profile> Profiles => [];
    }

    internal sealed class OfMisspeltProfile : PartitionScenarios<OfMisspeltProfile>
    {
        protected override ImmutableArray<Profile> Profiles => [ProfileCatalog.Find("windows")!];
    }

    internal sealed class OfNoServer : PartitionScenarios<OfNoServer>
    {
        protected override ImplementationDescription Server => null!;
    }

    internal sealed class OfNoClaims : PartitionScenarios<OfNoClaims>
    {
        protected override ImplementationDescription Server => new("mute", "1", Claims.None);
    }

    internal sealed class Throwing : PartitionScenarios<Throwing>
    {
        protected override ImmutableArray<Profile> Profiles => throw new InvalidOperationException("no lab today");
    }
}
