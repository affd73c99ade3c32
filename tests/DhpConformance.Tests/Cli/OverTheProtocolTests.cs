using System.Collections.Immutable;
using DhpConformance.Cli.Commands.SelfTest;
using DhpConformance.Engine.Profiles;
using DhpConformance.Engine.Runs;
using DhpConformance.Reference;
using DhpConformance.Reference.Mutants;

namespace DhpConformance.Tests.Cli;

/// <summary>The same servers are judged the same in process and over the protocol, to the letter.</summary>
public sealed class OverTheProtocolTests
{
    private static readonly SuiteOptions Options = new() { Profiles = SelfTestProfiles.All };

    private static readonly Mutant Mutant = MutantCatalog.All.Single(one => one.Name == "accepts-larger-spare");

    public static TheoryData<string> Transports => [.. ServerTransport.All.Select(transport => transport.Name)];

    [Theory]
    [MemberData(nameof(Transports))]
    public void The_reference_and_a_mutant_are_judged_the_same(string way) => Assert.Empty(Problems(way, Mutant));

    [Theory]
    [MemberData(nameof(Transports))]
    public void A_server_that_is_another_behind_the_protocol_is_noticed(string way) => Assert.Equal(
        $"mutant:{Mutant.Name} is judged differently over a {way}.",
        Assert.Single(Problems(way, Mutant with { Create = () => new ReferenceServer() })));

    private static ImmutableArray<string> Problems(string way, Mutant mutant) => OverTheProtocol.Problems(
        ServerTransport.Of(BuiltProgram.Tool).Single(transport => transport.Name == way),
        [],
        [new MutantResult(mutant, [new Catch(mutant.RuleId, "windows-server-2008-x64", 48)], null, null)],
        Options,
        threads: 1,
        CancellationToken.None);
}
