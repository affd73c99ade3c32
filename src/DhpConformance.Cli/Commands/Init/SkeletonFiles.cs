using System.Text.Json;
using DhpConformance.Abstractions;
using DhpConformance.Cli.Commands.Consumers;
using DhpConformance.Engine.Runs;

namespace DhpConformance.Cli.Commands.Init;

/// <summary>
/// The files of a skeleton: the code, the claims of an adapter, the settings of the tool, and a workflow.
/// </summary>
internal static class SkeletonFiles
{
    // What every sample adapter claims.
    private static readonly Claims Claimed = Claims.Of(
        Claim.StaticServers,
        Claim.MixedProfiles,
        Claim.SeveralLogicalProcessors,
        Claim.HotAddProcessor,
        Claim.HotAddMemoryModule,
        Claim.HotAddIoHostBridge,
        Claim.HotReplace,
        Claim.HotRemove,
        Claim.UnitPower,
        Claim.HotOperationStatus);

    /// <summary>The files.</summary>
    /// <param name="skeleton">What somebody begins with.</param>
    /// <param name="ci">The system that runs the suite; null for none.</param>
    public static IEnumerable<(string Name, string Content)> Of(Skeleton skeleton, CiSystem? ci) =>
    [
        .. skeleton.Files.Select(name => (name, Versioned(name))),
        .. skeleton.Role == Skeleton.Server
            ?
            [
                ("claims.json", ClaimsFile(skeleton.TakesClients ? Claimed.With(Claim.ConcurrentRequests) : Claimed)),
                ("dhp.json", Settings(("implementation", skeleton.Source), ("claims", "claims.json"))),
            ]
            : new[] { ("dhp.json", Settings(("role", Role.Consumer), ("implementation", skeleton.Source))) },
        .. ci is null ? [] : new[] { (ci.File, ci.Content(skeleton)) },
    ];

    /// <summary>A file that comes with the tool, for its version.</summary>
    public static string Versioned(string name) =>
        Resource(name).Replace("$version$", ConformanceSuite.Version, StringComparison.Ordinal);

    private static string ClaimsFile(Claims claimed) => $$"""
        {
          "claims": {
        {{string.Join(",\n", Enum.GetValues<Claim>().Select(claim =>
            $"    \"{JsonNamingPolicy.KebabCaseLower.ConvertName(claim.ToString())}\": "
            + (claimed.Has(claim) ? "true" : "false")))}}
          }
        }

        """;

    private static string Settings(params (string Name, string Value)[] settings) => $$"""
        {
        {{string.Join(",\n", settings.Select(one => $"  \"{one.Name}\": \"{one.Value}\""))}}
        }

        """;

    /// <summary>A text that comes with the tool.</summary>
    public static string Resource(string name)
    {
        var assembly = typeof(SkeletonFiles).Assembly;

        // The samples have the name of the folder that `dhp specs` shows them in.
        var resource = assembly.GetManifestResourceNames().Single(one => one.Replace('\\', '/').Split('/')[^1] == name);
        using var stream = assembly.GetManifestResourceStream(resource)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
