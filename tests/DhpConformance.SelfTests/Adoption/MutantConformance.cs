using DhpConformance.Abstractions;
using DhpConformance.Engine.Runs;
using DhpConformance.Model.Profiles;
using DhpConformance.Reference.Mutants;
using DhpConformance.Xunit;

namespace DhpConformance.SelfTests.Adoption;

/// <summary>A server with a fault and one claim less. Not public, so that xunit does not find it by itself.</summary>
internal class MutantConformance : ConformanceTests
{
    protected override SuiteOptions Options =>
        new() { Profiles = [ProfileCatalog.Find("windows-server-2008-x64")!], Cases = 500 };

    protected override IPartitionableServer CreateServer() =>
        new WithoutPower(MutantCatalog.All.Single(mutant => mutant.Name == "accepts-larger-spare").Create());

    private sealed class WithoutPower(IPartitionableServer server) : IPartitionableServer
    {
        public ImplementationDescription Describe()
        {
            var all = server.Describe();
            return all with { Claims = all.Claims.Without(Claim.DeviceIo) };
        }

        public void Reset(ServerSetup setup) => server.Reset(setup);

        public Outcome Apply(Operation operation) => server.Apply(operation);

        public Observation Observe() => server.Observe();

        public void Dispose() => server.Dispose();
    }
}
