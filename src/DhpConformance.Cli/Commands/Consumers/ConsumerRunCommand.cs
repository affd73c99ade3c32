using System.Globalization;
using System.Text.Json;
using DhpConformance.Cli.Implementations;
using DhpConformance.Cli.Output;
using DhpConformance.Cli.Settings;
using DhpConformance.Engine.Consumers;
using DhpConformance.Engine.Results;
using DhpConformance.Model.Consumers;
using DhpConformance.Model.Rules;
using DhpConformance.Reporting;
using DhpConformance.Reporting.Consumers;
using Spectre.Console;

namespace DhpConformance.Cli.Commands.Consumers;

/// <summary><c>dhp run --role consumer</c>: judges a driver or an application.</summary>
internal static class ConsumerRunCommand
{
    private const int MostCases = 10_000_000;

    public static ExitCode Run(SettingValues settings, ToolEnvironment environment)
    {
        var cases = settings.Number(SettingTable.Cases, 0, MostCases);
        if (cases == 0)
        {
            throw new BadInputException("With 0 cases nothing would be run; ask for 1 or more.", ExitCode.NoCases);
        }

        var rules = RuleSource.OfConsumers.Judged(settings);
        var level = LevelSource.Find(settings);
        var voice = RunVoice.Of(settings);
        var name = settings.Text(SettingTable.Out);
        using var folder = ReportFolder.Open(environment.Resolve(name), name);
        using var consumer = ConsumerChoice.Find(
            settings.Text(SettingTable.Implementation), ReachingOptions.Scaled(settings, environment));
        var options = new ConsumerSuiteOptions
        {
            Source = consumer.Source,
            Cases = cases,
            Seed = settings.Seed(SettingTable.Seed),
            Rules = rules,
        };
        var results = Interruptible.Run(
            () => ConsumerSuite.Run(consumer.Create, options, environment.Interrupted), environment.Interrupted);
        folder.Commit(Files(results));
        Write(environment, results, name, voice.IsQuiet);
        var decisive = Decisive(results, level);
        if (decisive != results.Verdict && !voice.IsQuiet)
        {
            environment.Console.Line(LevelSource.Sentence(level));
        }

        return ExitCodes.Of(decisive);
    }

    // What is wrong with no rule counts whatever the level is.
    private static Verdict Decisive(ConsumerResults results, Level least)
    {
        var weaker = results.Rules.Where(rule => ConsumerRuleCatalog.Find(rule.Rule)!.Level > least).ToList();
        return weaker.Any(rule => rule.Verdict == results.Verdict)
            ? results.Rules.Except(weaker).Select(rule => rule.Verdict)
                .Concat(results.Failures.Where(failure => failure.Rule is null).Select(_ => Verdict.Error))
                .Append(Verdict.Pass)
                .Worst()
            : results.Verdict;
    }

    private static IEnumerable<(string Name, string Content)> Files(ConsumerResults results)
    {
        yield return ("results.json", JsonSerializer.Serialize(results, ConsumerResultsJson.Default.ConsumerResults));
        foreach (var format in ConsumerReports.Formats)
        {
            yield return (Reports.FileName(format), ConsumerReports.Text(results, format));
        }

        foreach (var failure in results.Failures)
        {
            var replay = new ConsumerReplay(Role.Consumer, failure.Rule ?? "", failure.Machine, failure.Steps)
            {
                Implementation = results.Source,
            };
            yield return (
                ConsumerReports.FileOf(failure),
                JsonSerializer.Serialize(replay, ConsumerResultsJson.Default.ConsumerReplay));
        }
    }

    private static void Write(ToolEnvironment environment, ConsumerResults results, string folder, bool isQuiet)
    {
        var console = environment.Console;
        var trust = TrustedSource.ReplayOption(results.Source, environment);
        foreach (var failure in results.Failures)
        {
            foreach (var line in ConsumerFailureText.Lines(failure))
            {
                console.Line(line);
            }

            console.Line($"  Replay: dhp replay {Path.Combine(folder, ConsumerReports.FileOf(failure))}{trust}");
            console.Line("");
        }

        if (isQuiet)
        {
            console.Line(results.Headline, ConsoleLines.ColorOf(results.Verdict));
            return;
        }

        foreach (var rule in results.Rules.Where(rule => rule.Verdict == Verdict.Inconclusive))
        {
            console.Line($"inconclusive {rule.Rule}: {rule.Reason}", Color.Yellow);
        }

        console.Line($"{results.Consumer.Name} {results.Consumer.Version}, traits: "
            + DescriptionText.Traits(results.Consumer));
        console.Line(results.Headline, ConsoleLines.ColorOf(results.Verdict));
        console.Line(string.Create(
            CultureInfo.InvariantCulture,
            $"{results.Cases:N0} case{(results.Cases == 1 ? "" : "s")}, seed {results.Seed}. Report: "
            + $"{Path.Combine(folder, Reports.FileName(ReportFormat.Html))}"));
    }
}
