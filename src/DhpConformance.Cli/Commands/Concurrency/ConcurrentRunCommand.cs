using System.Globalization;
using DhpConformance.Cli.Implementations;
using DhpConformance.Cli.Output;
using DhpConformance.Cli.Settings;
using DhpConformance.Engine.Concurrency;
using DhpConformance.Engine.Histories;
using DhpConformance.Engine.Results;
using DhpConformance.Engine.Runs;
using DhpConformance.Reporting;
using DhpConformance.Reporting.Clients;
using DhpConformance.Reporting.Histories;
using Spectre.Console;

namespace DhpConformance.Cli.Commands.Concurrency;

/// <summary><c>dhp run --clients N</c>: judges what a server does with requests of several clients at once.</summary>
internal static class ConcurrentRunCommand
{
    private const int MostCases = 1_000_000;

    // What has no meaning where only rules for overlapping requests are judged, all of them.
    private static readonly Setting[] Strays =
    [
        SettingTable.Length, SettingTable.Rule, SettingTable.Shard, SettingTable.KnownFailures, SettingTable.Level,
        SettingTable.Requirements, SettingTable.Quiet, SettingTable.Verbose, SettingTable.Progress,
        .. SettingTable.OfDrawnCases,
    ];

    /// <summary>How many clients are asked for: 1, or 2 to 4.</summary>
    public static int Clients(SettingValues settings) =>
        settings.Number(SettingTable.Clients, 1, ConcurrentSuiteOptions.MostClients);

    /// <summary>Which of the options on the command line makes no sense with several clients; null if none.</summary>
    public static string? Stray(System.CommandLine.ParseResult parsed) => SettingOptions.Given(parsed, Strays);

    public static ExitCode Run(SettingValues settings, ToolEnvironment environment)
    {
        var isDefault = settings.Origin(SettingTable.Cases) == "the default";
        var cases = isDefault
            ? ConcurrentSuiteOptions.DefaultCases
            : settings.Number(SettingTable.Cases, 0, MostCases);
        if (cases == 0)
        {
            throw new BadInputException("With 0 cases nothing would be run; ask for 1 or more.", ExitCode.NoCases);
        }

        var implementation = ReachingOptions.Find(settings, environment);
        var name = settings.Text(SettingTable.Out);
        var options = new ConcurrentSuiteOptions
        {
            Source = implementation.Source,
            Suite = ConformanceSuite.Version,
            Profiles = ProfileSource.Find(settings.List(SettingTable.Profile), implementation, environment),
            Clients = Clients(settings),
            Cases = cases,
            Seed = settings.Seed(SettingTable.Seed),
            Patience = implementation.Patience(ReachingOptions.Scaled(settings, environment).TimeScale),
        };
        using var folder = ReportFolder.Open(environment.Resolve(name), name);
        var results = Results(implementation, options, environment);
        Write(environment.Console, results, options, name);
        folder.Commit(Files(results));
        environment.Console.Line($"Report: {Path.Combine(name, Reports.FileName(ReportFormat.Html))}");
        return ExitCodes.Of(results.Verdict);
    }

    private static ConcurrentResults Results(
        Implementation implementation, ConcurrentSuiteOptions options, ToolEnvironment environment)
    {
        try
        {
            return Interruptible.Run(
                () => ConcurrentSuite.Run(implementation.Create, options, environment.Interrupted),
                environment.Interrupted);
        }
        catch (NotSupportedException exception)
        {
            throw new BadInputException(exception.Message, cause: exception);
        }
    }

    // The results last, so that they never speak of a file that is not there.
    private static IEnumerable<(string Name, string Content)> Files(ConcurrentResults results) =>
    [
        .. from profile in results.Profiles
           from failure in profile.Failures
           select (profile.FileOf(failure), HistoryWriter.Text(failure.Recorded)),
        .. ClientsReports.Formats.Select(format =>
            (Reports.FileName(format), ClientsReports.Text(results, format))),
        ("results.json", ConcurrentResultsFile.Text(results)),
    ];

    private static void Write(
        IAnsiConsole console, ConcurrentResults results, ConcurrentSuiteOptions options, string folder)
    {
        foreach (var profile in results.Profiles)
        {
            foreach (var failure in profile.Failures)
            {
                Write(console, profile, failure, Path.Combine(folder, profile.FileOf(failure)));
            }
        }

        foreach (var profile in results.Profiles)
        {
            console.Line(profile.Headline, ConsoleLines.ColorOf(profile.Verdict));
            if ((profile.Fault ?? profile.Stopped) is { } why)
            {
                console.Line($"  {why.ReplaceLineEndings(" ")}", Color.Yellow);
            }

            foreach (var rule in profile.Rules.Where(rule => rule.Verdict == Verdict.Inconclusive))
            {
                console.Line($"  inconclusive {rule.Rule}: {rule.Reason}", Color.Yellow);
            }
        }

        console.Line("");
        console.Line("Overlaps of calls that conflict:");
        foreach (var pair in results.Profiles.SelectMany(profile => profile.Conflicts).GroupBy(pair => pair.Key)
            .OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            console.Line($"  {pair.Sum(one => one.Value),6}  {pair.Key}");
        }

        console.Line("");
        console.Line(string.Create(
            CultureInfo.InvariantCulture,
            $"{results.Implementation.Name} {results.Implementation.Version}, {options.Clients} clients, seed "
            + $"{options.Seed}, {results.Profiles.Sum(profile => profile.Rounds):N0} rounds in "
            + $"{results.Profiles.Sum(profile => profile.Cases):N0} cases"));
    }

    private static void Write(
        IAnsiConsole console, ConcurrentProfileResult profile, ConcurrentFailure failure, string file)
    {
        var isFirst = true;
        foreach (var line in HistoryText.Lines(failure))
        {
            console.Line(line, isFirst ? Color.Red : null);
            isFirst = false;
        }

        console.Line($"  In {Count.Of(failure.Cases, "case")} of {profile.Cases} in {profile.Profile.Name}. History: "
            + (failure.Result is null ? file : $"dhp check {file}"));
        console.Line("");
    }
}
