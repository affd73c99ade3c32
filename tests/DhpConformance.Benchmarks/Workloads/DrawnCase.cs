using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Campaigns;
using DhpConformance.Engine.Execution;
using DhpConformance.Engine.Generation;
using DhpConformance.Model.Profiles;
using DhpConformance.Reference;

namespace DhpConformance.Benchmarks.Workloads;

/// <summary>A case as the suite draws it, and the operations that it becomes against a sound server.</summary>
internal sealed record DrawnCase(ServerSetup Setup, ulong Codes, ImmutableArray<Operation> Operations)
{
    /// <summary>Operations in each.</summary>
    public const int Length = SuiteOptions.DefaultLength;

    /// <summary>Cases on servers of 12 units, as many of each built-in profile.</summary>
    public static DrawnCase[] OfTwelveUnits(int count)
    {
        using var server = new ReferenceServer();
        var runner = new SequenceRunner(server, server.Describe().Claims);
        var decoder = new OperationDecoder(server.Describe().Claims);
        return
        [
            .. from profile in ProfileCatalog.All
               from drawn in Drawn(Generator(profile, server)).Take(count / ProfileCatalog.All.Length)
               select Run(runner, decoder, drawn),
        ];
    }

    /// <summary>Draws cases as a campaign does.</summary>
    public static CaseGenerator Generator(Profile profile, IPartitionableServer server) =>
        new(new SetupGenerator(profile, Campaign.NeighboursOf(profile), server.Describe()), seed: 1);

    private static IEnumerable<Case> Drawn(CaseGenerator generator) =>
        Enumerable.Range(0, int.MaxValue).SelectMany(generator.Generate).Where(drawn => drawn.Setup.Units.Length == 12);

    private static DrawnCase Run(SequenceRunner runner, OperationDecoder decoder, Case drawn)
    {
        var source = new DecodedOperations(decoder, drawn.Codes, Length);
        Sound.Demand(runner.Run(drawn.Setup, source, Look.AtTheEnd));
        return new(drawn.Setup, drawn.Codes, [.. runner.Executed]);
    }
}
