using System.Collections.Immutable;
using System.Text.Json;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Results;
using DhpConformance.Engine.Runs;
using DhpConformance.Reference;
using DhpConformance.Reference.Variants;

namespace DhpConformance.Cli.Commands.SelfTest;

/// <summary>
/// Judges built-in servers once more by what they say in the protocol of adapters: verdicts, counts and minimal
/// sequences have to be the same to the letter.
/// </summary>
internal static class OverTheProtocol
{
    // Enough for each kind of operation in each profile.
    private const int CaseCount = 16;

    /// <summary>What differs, a sentence for each server; the reference first.</summary>
    public static ImmutableArray<string> Problems(
        ServerTransport transport,
        ImmutableArray<Variant> variants,
        ImmutableArray<MutantResult> caught,
        SuiteOptions options,
        int threads,
        CancellationToken cancellation)
    {
        IEnumerable<(string Source, Func<IPartitionableServer> Create, SuiteOptions Options)> servers =
        [
            ("reference", () => new ReferenceServer(), options with { Cases = CaseCount }),
            .. from variant in variants
               select ($"variant:{variant.Name}", variant.Create, options with { Cases = CaseCount }),
            .. from result in caught
               where result.Own is not null
               select (
                   $"mutant:{result.Mutant.Name}",
                   result.Mutant.Create,
                   options with
                   {
                       Profiles = [.. options.Profiles.Where(profile => profile.Name == result.Own!.Profile)],
                       Cases = result.Own!.Cases,
                   }),
        ];
        return
        [
            .. servers.AsParallel().AsOrdered().WithDegreeOfParallelism(threads).WithCancellation(cancellation)
                .Select(one => Problem(transport, one.Source, one.Create, one.Options))
                .OfType<string>(),
        ];
    }

    private static string? Problem(
        ServerTransport transport, string source, Func<IPartitionableServer> create, SuiteOptions options)
    {
        using var remote = transport.Serve(source);
        var inProcess = Serialized(ConformanceSuite.Run(create, options));
        var outside = Serialized(
            ConformanceSuite.Run(Hosting.ImplementationSource.Parse(remote.Address).Create, options));
        return inProcess == outside ? null : $"{source} is judged differently over a {transport.Name}.";
    }

    private static string Serialized(RunResults results) => JsonSerializer.Serialize(
        results with { Times = new(default, 0, 0) }, ResultsJson.Default.RunResults);
}
