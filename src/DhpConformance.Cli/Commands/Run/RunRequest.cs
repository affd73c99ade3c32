using DhpConformance.Cli.Implementations;
using DhpConformance.Cli.Settings;
using DhpConformance.Engine.Campaigns;

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

    public static RunRequest From(SettingValues settings, Surroundings surroundings)
    {
        var cases = settings.Number(SettingTable.Cases, 0, MostCases);
        if (cases == 0)
        {
            throw new BadInputException(
                $"With cases = 0 (from {settings.Origin(SettingTable.Cases)}) nothing would be run; ask for 1 or more.",
                ExitCode.NoCases);
        }

        var implementation = ImplementationSource.Find(settings.Text(SettingTable.Implementation));
        return new(
            implementation,
            new SuiteOptions
            {
                Source = implementation.Source,
                Profiles = ProfileSource.Find(settings.List(SettingTable.Profile), surroundings),
                Cases = cases,
                Length = settings.Number(SettingTable.Length, 1, MostOperations),
                Seed = settings.Seed(SettingTable.Seed),
                Threads = settings.Number(SettingTable.Threads, 1, MostThreads),
                Rules = RuleSource.Find(settings.List(SettingTable.Rule)),
            },
            settings.Text(SettingTable.Out));
    }
}
