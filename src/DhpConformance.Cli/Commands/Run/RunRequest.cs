using DhpConformance.Cli.Corpus;
using DhpConformance.Cli.Implementations;
using DhpConformance.Cli.Settings;
using DhpConformance.Engine.KnownFailures;
using DhpConformance.Engine.Results;
using DhpConformance.Engine.Runs;
using DhpConformance.Hosting;
using DhpConformance.Model.Rules;

namespace DhpConformance.Cli.Commands.Run;

/// <summary>What a run is asked to do, with everything that can be checked before it checked.</summary>
/// <param name="Implementation">What is judged.</param>
/// <param name="Options">How.</param>
/// <param name="Out">The folder for the results, as the user calls it.</param>
internal sealed record RunRequest(Implementation Implementation, SuiteOptions Options, string Out)
{
    // Beyond these a run would take days, or more memory than there is.
    internal const int MostCases = 100_000_000;
    private const int MostOperations = 1_000_000;
    private const int MostThreads = 1024;

    /// <summary>What the implementation has to claim; null for what it says itself.</summary>
    public ClaimsFile? Claims { get; init; }

    /// <summary>The rules that are known to be broken.</summary>
    public KnownFailureList Known { get; init; } = KnownFailureList.None;

    /// <summary>The cases of earlier runs; null if none are kept.</summary>
    public CorpusFolder? Corpus { get; init; }

    /// <summary>The least level of the rules that decide the exit code.</summary>
    public required Level Level { get; init; }

    /// <summary>How much is said.</summary>
    public required RunVoice Voice { get; init; }

    /// <summary>What the settings ask for.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="environment">Where files are.</param>
    /// <param name="drawsCases">Whether there will be cases, so that there must not be none.</param>
    public static RunRequest From(SettingValues settings, ToolEnvironment environment, bool drawsCases)
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

        var claims = ReachingOptions.Claims(settings, environment);
        var implementation = ReachingOptions.Find(settings, environment);
        var known = KnownFailureSource.Find(settings.Text(SettingTable.KnownFailures), environment);
        var profiles = ProfileSource.Find(settings.List(SettingTable.Profile), implementation, environment);
        var rules = RuleSource.OfServers.Judged(settings);
        var corpus = drawsCases ? CorpusChoice.Find(settings, environment, implementation.Source) : null;
        return new(
            implementation,
            new SuiteOptions
            {
                Source = implementation.Source,
                Notes = RuleNoteSource.Find(claims),
                KnownFailures = known.All is { IsEmpty: false } all ? all : null,
                Profiles = profiles,
                Cases = cases,
                Length = settings.Number(SettingTable.Length, 1, MostOperations),
                Seed = settings.Seed(SettingTable.Seed),
                Workload = WorkloadSource.Find(settings),
                Threads = settings.Number(SettingTable.Threads, 1, MostThreads),
                Rules = rules,
                Shard = shard,
                FailFast = settings.Switch(SettingTable.FailFast),
                Budget = Duration.Of(settings, SettingTable.Budget),
                Remembered = corpus?.Read(profiles, rules) ?? [],
                MostRareCases = corpus is null ? 0 : RareCorpus.MostForAProfile,
            },
            settings.Text(SettingTable.Out))
        {
            Claims = claims,
            Known = known,
            Corpus = corpus,
            Level = LevelSource.Find(settings),
            Voice = RunVoice.Of(settings),
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
