using System.CommandLine;
using DhpConformance.Cli.Implementations;
using DhpConformance.Cli.Output;
using DhpConformance.Cli.Settings;
using DhpConformance.Engine.Replay;
using DhpConformance.Engine.Runs;

namespace DhpConformance.Cli.Commands.Record;

/// <summary><c>dhp record</c>: writes down a case, whether anything is wrong with it or not.</summary>
internal static class RecordCommand
{
    private const int MostOperations = 1_000_000;

    public static Command Make(ToolEnvironment environment)
    {
        var settings = new SettingOptions(
            environment,
            [
                .. SettingTable.Reaching.Where(setting => setting != SettingTable.Claims),
                SettingTable.Profile, SettingTable.Length, SettingTable.Seed,
            ]);
        var number = new Option<int>("--case")
        {
            HelpName = "N",
            Description = "Number of the case in the run with this profile and seed, from 0.",
            DefaultValueFactory = _ => 0,
        };
        var file = new Option<string>("--out")
        {
            HelpName = "FILE",
            Description = "The transcript, one request with its answer per line; `dhp replay` executes it again.",
            DefaultValueFactory = _ => "transcript.ndjson",
        };
        var command = new Command(
            "record",
            "Executes one case and records its requests and answers, up to the first wrong answer. Reports no "
            + "verdict. Exit codes: 0 recorded, 5 bad input, 20 interrupted.")
        {
            number,
            file,
        };
        settings.AddTo(command);
        command.SetAction(parsed => (int)Run(
            environment, settings.Read(parsed), parsed.GetValue(number), parsed.GetRequiredValue(file)));
        return command;
    }

    private static ExitCode Run(ToolEnvironment environment, SettingValues settings, int number, string file)
    {
        if (number < 0)
        {
            throw new BadInputException($"--case is {number}; cases are counted from 0.");
        }

        if (settings.List(SettingTable.Profile).Length != 1)
        {
            throw new BadInputException("A case belongs to one profile; name it with --profile.");
        }

        var implementation = ReachingOptions.Find(settings, environment);
        var profiles = ProfileSource.Find(settings.List(SettingTable.Profile), implementation, environment);
        var options = new SuiteOptions
        {
            Source = implementation.Source,
            Profiles = profiles,
            Seed = settings.Seed(SettingTable.Seed),
            Length = settings.Number(SettingTable.Length, 1, MostOperations),
        };
        var replayOption = TrustedSource.ReplayOption(implementation.Source, environment);
        var replay = Interruptible.Run(
            () =>
            {
                using var server = implementation.Create();
                return CaseRecorder.Record(server, options, number);
            },
            environment.Interrupted);
        OutputFile.Write(environment.Resolve(file), file, ReplayWriter.Text(replay));
        environment.Output.WriteLine(
            $"Written: {file}, case {number} of {profiles[0].Name}, {replay.Exchanges.Length} requests. "
            + $"`dhp replay {file}{replayOption}` does it again.");
        return ExitCode.Pass;
    }
}
