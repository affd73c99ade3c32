using DhpConformance.Cli.Implementations;
using DhpConformance.Cli.Settings;
using DhpConformance.Engine.Campaigns;
using DhpConformance.Engine.KnownFailures;
using DhpConformance.Hosting;

namespace DhpConformance.Cli.Commands.Run;

/// <summary>What a run is asked to do, with everything that can be checked before it checked.</summary>
/// <param name="Implementation">What is judged.</param>
/// <param name="Options">How.</param>
/// <param name="Out">The folder for the results, as the user calls it.</param>
internal sealed record RunRequest(Implementation Implementation, SuiteOptions Options, string Out)
{
    // Beyond these a run would take days, or more memory than there is.
    private const int MostCases = 100_000_000;
    private const int MostOperations = 1_000_000;
    private const int MostThreads = 1024;

    /// <summary>What the implementation has to claim; null for what it says itself.</summary>
    public ClaimsFile? Claims { get; init; }

    /// <summary>The rules that are known to be broken.</summary>
    public KnownFailureList Known { get; init; } = KnownFailureList.None;

    /// <summary>What the settings ask for.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="surroundings">Where files are.</param>
    /// <param name="drawsCases">Whether there will be cases, so that there must not be none.</param>
    public static RunRequest From(SettingValues settings, Surroundings surroundings, bool drawsCases)
    {
        var cases = settings.Number(SettingTable.Cases, 0, MostCases);
        if (drawsCases && cases == 0)
        {
            throw new BadInputException(
                $"With cases = 0 (from {settings.Origin(SettingTable.Cases)}) nothing would be run; ask for 1 or more.",
                ExitCode.NoCases);
        }

        var shard = ShardOf(settings);
        if (drawsCases && new SuiteOptions { Profiles = [], Cases = cases, Shard = shard }.CasesOfShard == 0)
        {
            throw new BadInputException(
                $"Shard {shard} of {cases} cases has none of them: cases are dealt out {SuiteOptions.CasesAtATime} at "
                + "a time. Make fewer shards, or more cases.",
                ExitCode.NoCases);
        }

        var claims = ReachingOptions.Claims(settings, surroundings);
        var implementation = ReachingOptions.Find(settings, surroundings);
        var known = KnownFailureSource.Find(settings.Text(SettingTable.KnownFailures), surroundings);
        return new(
            implementation,
            new SuiteOptions
            {
                Source = implementation.Source,
                Remarks = RemarkSource.Find(claims),
                KnownFailures = known.All is { IsEmpty: false } all ? all : null,
                Profiles = ProfileSource.Find(settings.List(SettingTable.Profile), implementation, surroundings),
                Cases = cases,
                Length = settings.Number(SettingTable.Length, 1, MostOperations),
                Seed = settings.Seed(SettingTable.Seed),
                Threads = settings.Number(SettingTable.Threads, 1, MostThreads),
                Rules = RuleSource.Find(settings.List(SettingTable.Rule)),
                Shard = shard,
            },
            settings.Text(SettingTable.Out))
        {
            Claims = claims,
            Known = known,
        };
    }

    /// <summary>Makes sure that the implementation claims what the claims file says.</summary>
    /// <exception cref="HostingException">It claims something else, or cannot be started.</exception>
    public void CheckClaims()
    {
        if (Claims is not null)
        {
            using var server = Implementation.Create();
            Claims.Check(server.Describe());
        }
    }

    private static Shard ShardOf(SettingValues settings)
    {
        try
        {
            return Shard.Parse(settings.Text(SettingTable.Shard));
        }
        catch (FormatException exception)
        {
            throw new BadInputException(exception.Message, cause: exception);
        }
    }
}
