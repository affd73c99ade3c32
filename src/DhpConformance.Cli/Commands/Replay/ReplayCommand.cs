using System.CommandLine;
using DhpConformance.Cli.Commands.Concurrency;
using DhpConformance.Cli.Commands.Consumers;
using DhpConformance.Cli.Implementations;
using DhpConformance.Cli.Output;
using DhpConformance.Cli.Settings;
using DhpConformance.Engine.Judging;
using DhpConformance.Engine.Narration;
using DhpConformance.Engine.Replay;
using DhpConformance.Model.Rules;
using Spectre.Console;

namespace DhpConformance.Cli.Commands.Replay;

/// <summary><c>dhp replay</c>: does again what failed.</summary>
internal static class ReplayCommand
{
    public static Command Make(ToolEnvironment environment)
    {
        var file = new Argument<string>("FILE")
        {
            Description = "A replay file, or a history of several clients, as `dhp run` writes for each failure.",
        };
        var source = new Option<string?>("--implementation")
        {
            HelpName = "SOURCE",
            Description = "The implementation under test. [default: the one that the file names, if it may be run]",
        };
        var trust = new Option<bool>("--trust-file")
        {
            Description = "Run the program that the file names, whatever it is.",
        };
        var role = Role.OptionBesideFile();
        var settings = new SettingOptions(environment, [SettingTable.TimeoutScale]);
        var command = new Command(
            "replay",
            "Executes a recorded failure again and prints whether it still fails. A file may name any program as the "
            + "implementation. The tool runs that program only if it is built in, or if "
            + $"{SettingsFile.Name} or an environment variable names the same one; otherwise give --implementation "
            + "or --trust-file. Exit codes: 0 it passes now, 2 it fails, "
            + "5 bad input, 20 interrupted, 21 the implementation broke.")
        {
            file,
            source,
            trust,
            role,
        };
        settings.AddTo(command);
        command.SetAction(parsed =>
        {
            var name = parsed.GetRequiredValue(file);
            var isOfConsumer = ConsumerReplayCommand.IsOfConsumer(environment, name);
            if (isOfConsumer && parsed.GetValue(role) == Role.Server)
            {
                throw new BadInputException(
                    $"{name} is the replay file of a consumer; leave out --role {Role.Server}.");
            }

            Func<ToolEnvironment, SettingValues, string, string?, bool, ExitCode> run =
                isOfConsumer || parsed.GetValue(role) == Role.Consumer ? ConsumerReplayCommand.Run : Run;
            return (int)run(
                environment, settings.Read(parsed), name, parsed.GetValue(source), parsed.GetValue(trust));
        });
        return command;
    }

    private static ExitCode Run(
        ToolEnvironment environment, SettingValues settings, string name, string? source, bool trustsFile)
    {
        if (HistorySource.Find(environment, name) is { } history)
        {
            return HistoryReplayCommand.Run(environment, settings, (name, history), source, trustsFile);
        }

        var replay = ReplaySource.Read(environment, name);
        var named = replay.Header.Implementation;
        var implementation = ImplementationSource.Find(
            source ?? (trustsFile ? named : TrustedSource.Of(named, name, settings)),
            ReachingOptions.Scaled(settings, environment));
        var violation = Interruptible.Run(
            () =>
            {
                using var server = implementation.Create();
                return Replayer.Run(server, replay);
            },
            environment.Interrupted);
        var console = environment.Console;
        foreach (var line in Steps(replay))
        {
            console.Line(line);
        }

        console.Line("");
        console.Line(
            Sentence(replay.Header, implementation.Source, violation), violation is null ? Color.Green : Color.Red);
        if (violation is not null)
        {
            console.Line($"  {violation.Subject} (step {violation.Step})");
            console.Line($"    expected  {violation.Expected}");
            console.Line($"    observed  {violation.Observed.ReplaceLineEndings(" ")}");
        }

        return violation is null ? ExitCode.Pass : violation.Rule is null ? ExitCode.Error : ExitCode.Fail;
    }

    private static IEnumerable<string> Steps(ReplayFile replay)
    {
        var operations = new OperationNarration(replay.TestCase.Setup);
        return SetupNarration.Sentences(replay.TestCase.Setup)
            .Concat(replay.TestCase.Operations.Select((one, place) => $"{place + 1}. {operations.Sentence(one)}"));
    }

    private static string Sentence(ReplayHeader header, string source, Violation? violation) => violation switch
    {
        null => header.Rule is { } kept
            ? $"PASSES: {source} keeps {kept} here, in {header.Profile.Name}."
            : $"PASSES: {source} does not break here, in {header.Profile.Name}.",
        { Rule: null } => $"ERROR: {source} broke, which says nothing about any rule.",
        { Rule: var rule } when rule == header.Rule => $"STILL FAILS {rule}: {RuleCatalog.Find(rule!)?.Statement}",
        { Rule: var rule } =>
            $"FAILS {rule} now, and not {header.Rule ?? "as it did"}: {RuleCatalog.Find(rule)?.Statement}",
    };
}
