using System.Collections.Immutable;
using DhpConformance.Cli.Commands.SelfTest;
using DhpConformance.Engine.Campaigns;
using DhpConformance.Engine.Profiles;
using DhpConformance.Reference;
using DhpConformance.Reference.Mutants;

namespace DhpConformance.Tests.Cli;

/// <summary>The same servers are judged the same in process and behind a pipe, to the letter.</summary>
public sealed class OverThePipeTests
{
    private static readonly SuiteOptions Options = new() { Profiles = SelfTestProfiles.All };

    private static readonly Mutant Mutant = MutantCatalog.All.Single(one => one.Name == "accepts-larger-spare");

    [Fact]
    public void The_reference_and_a_mutant_are_judged_the_same() => Assert.Empty(Complaints(Mutant));

    [Fact]
    public void A_server_that_is_another_in_its_own_process_is_noticed() => Assert.Equal(
        $"mutant:{Mutant.Name} is judged differently over the pipe.",
        Assert.Single(Complaints(Mutant with { Create = () => new ReferenceServer() })));

    private static ImmutableArray<string> Complaints(Mutant mutant) => OverThePipe.Complaints(
        [new MutantResult(mutant, [new Catch(mutant.RuleId, "windows-server-2008-x64", 48)], null, null)],
        Options,
        threads: 1,
        CancellationToken.None);
}
