using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Cases;
using DhpConformance.Engine.Execution;
using DhpConformance.Engine.Generation;
using DhpConformance.Engine.Profiles;
using DhpConformance.Engine.Runs;
using DhpConformance.Model.Profiles;
using DhpConformance.Reference;

namespace DhpConformance.Benchmarks.Workloads;

/// <summary>A case as the suite draws it, and the operations that it becomes against a sound server.</summary>
internal sealed record DrawnCase(GeneratedCase Case, ImmutableArray<Operation> Operations)
{
    /// <summary>Operations in each.</summary>
    public const int Length = SuiteOptions.DefaultLength;

    /// <summary>The server.</summary>
    public ServerSetup Setup => Case.Setup;

    /// <summary>
    /// Cases on servers of 12 units, as many of each built-in profile: all with consumers that listen, or all without.
    /// </summary>
    public static DrawnCase[] OfTwelveUnits(int count, bool withConsumers)
    {
        using var server = new ReferenceServer();
        var runner = new SequenceRunner(server, server.Describe().Claims);
        var operations = new CaseOperations(server.Describe().Claims);
        return
        [
            .. from profile in ProfileCatalog.All
               from drawn in Drawn(Generator(profile, server), withConsumers).Take(count / ProfileCatalog.All.Length)
               select Run(runner, operations, drawn),
        ];
    }

    /// <summary>Draws cases as a campaign does.</summary>
    public static CaseGenerator Generator(Profile profile, IPartitionableServer server) =>
        Generator(profile, server.Describe(), seed: 1);

    /// <summary>Draws cases as a campaign does, from a seed.</summary>
    public static CaseGenerator Generator(Profile profile, ImplementationDescription description, ulong seed) => new(
        new SetupGenerator(profile, ProfileNeighbours.Of(profile), description),
        new CaseSchedule(profile),
        seed,
        OperationWeights.AllowConsumers(description.Claims));

    private static IEnumerable<GeneratedCase> Drawn(CaseGenerator generator, bool withConsumers) =>
        Enumerable.Range(0, int.MaxValue)
            .SelectMany(generator.Generate)
            .Where(drawn => drawn.Setup.Units.Length == 12 && drawn.Shape == CaseShape.Small)
            .Where(drawn => drawn.HasConsumers == withConsumers);

    private static DrawnCase Run(SequenceRunner runner, CaseOperations operations, GeneratedCase drawn)
    {
        Sound.Demand(runner.Run(drawn.Setup, operations.Of(drawn, Length), ObservationPolicy.AtTheEnd));
        return new(drawn, [.. runner.Executed]);
    }
}
