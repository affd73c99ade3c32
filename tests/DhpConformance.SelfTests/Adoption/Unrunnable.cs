using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Scenarios;
using DhpConformance.Model.Profiles;
using DhpConformance.Testing;
using FsCheck.Xunit;

namespace DhpConformance.SelfTests.Adoption;

#pragma warning disable xUnit1000 // What is not public is not found, and these are to be run by other tests alone.
#pragma warning disable xUnit1048 // That nobody waits for them is what is tested.

/// <summary>
/// Properties that would pass without having run, or never end. Not public, so that xunit does not find them by itself.
/// </summary>
internal sealed class Unrunnable
{
    [Property(Arbitrary = [typeof(PartitionScenarios)])]
    public async void IsAsyncVoid(Scenario scenario)
    {
        await Task.Yield();
        Assert.Fail("nobody sees this");
    }

    [Property(Arbitrary = [typeof(PartitionScenarios)])]
    public async void IsAsyncVoidAndThrowsAtOnce(Scenario scenario)
    {
        Assert.Fail("this would end the run");
        await Task.Yield();
    }

    [Property(Arbitrary = [typeof(PartitionScenarios)], Parallelism = 2)]
    public async void IsAsyncVoidInParallel(Scenario scenario) => await Task.Yield();

    [Property(Arbitrary = [typeof(PartitionScenarios)])]
    public void StartsAsyncVoid(Scenario scenario)
    {
        Check();

        static async void Check()
        {
            await Task.Yield();
            Assert.Fail("nobody sees this");
        }
    }

    [Property(Arbitrary = [typeof(PartitionScenarios)])]
    public async Task Awaits(Scenario scenario)
    {
        await Task.Yield();
        Assert.Fail("this is seen");
    }

    [Property(Arbitrary = [typeof(PartitionScenarios)])]
    public async Task<bool> UsesWhatStartsAsyncVoid(Scenario scenario)
    {
        var server = new Chatty();
        server.Tell();
        await server.Told;
        return true;
    }

    [Property(Arbitrary = [typeof(PartitionScenarios)], MaxTest = 0)]
    public bool AsksForNoTest(Scenario scenario) => true;

    [Property(Arbitrary = [typeof(PartitionScenarios)], MaxTest = -1)]
    public bool AsksForLessThanNoTest(Scenario scenario) => true;

    [Property(Arbitrary = [typeof(PartitionScenarios)], MaxTest = -1000)]
    public bool AsksForMuchLessThanNoTest(Scenario scenario) => true;

    [Property(Arbitrary = [typeof(OfTraitsAlone)])]
    public bool TraitsAlone(Scenario scenario) => true;

    [Property(Arbitrary = [typeof(OfNoPartitions)])]
    public bool NoPartitions(Scenario scenario) => true;

    [Property(Arbitrary = [typeof(OfNoRoom)])]
    public bool NoRoom(Scenario scenario) => true;

    [Property(Arbitrary = [typeof(OfNoLimits)])]
    public bool NoLimits(Scenario scenario) => true;

    [Property(Arbitrary = [typeof(Unmakeable)])]
    public bool ThrowingConstructor(Scenario scenario) => true;

    internal sealed class OfTraitsAlone : PartitionScenarios<OfTraitsAlone>
    {
        protected override ImplementationDescription Server =>
            new("special", "1", Claims.None.With(Traits.None.With(Enum.GetValues<Trait>()[0])));
    }

    internal sealed class OfNoPartitions : PartitionScenarios<OfNoPartitions>
    {
        protected override ImplementationDescription Server =>
            PartitionScenarios.AnyServer with { Limits = new() { Partitions = 0 } };
    }

    internal sealed class OfNoRoom : PartitionScenarios<OfNoRoom>
    {
        protected override ImplementationDescription Server =>
            PartitionScenarios.AnyServer with { Limits = new() { MemoryGranularity = 1024, MemoryBytes = 512 } };
    }

    internal sealed class OfNoLimits : PartitionScenarios<OfNoLimits>
    {
        protected override ImplementationDescription Server => PartitionScenarios.AnyServer with { Limits = null! };
    }

    internal sealed class Unmakeable : PartitionScenarios<Unmakeable>
    {
        public Unmakeable() => throw new InvalidOperationException("no lab today");

        protected override ImmutableArray<Profile> Profiles => ProfileCatalog.All;
    }
}
