using System.CommandLine;
using DhpConformance.Cli.Implementations;
using DhpConformance.Cli.Output;
using DhpConformance.Cli.Settings;
using DhpConformance.Engine;
using DhpConformance.Engine.Judging;
using DhpConformance.Engine.Narration;
using DhpConformance.Engine.Replay;
using DhpConformance.Model.Rules;
using Spectre.Console;

namespace DhpConformance.Cli.Commands.Replay;

/// <summary><c>dhp replay</c>: does again what failed.</summary>
internal static class ReplayCommand
{
    public static Command Make(Surroundings surroundings)
    {
        var file = new Argument<string>("FILE")
        {
            Description = "A replay file, as `dhp run` writes for each failure.",
        };
        var source = new Option<string?>("--implementation")
        {
            HelpName = "SOURCE",
            Description = "What is judged. [default: the one that the file names]",
        };
        var settings = new SettingOptions(surroundings, [SettingTable.TimeoutScale]);
        var command = new Command(
            "replay",
            "Does again what failed, and says whether it still fails. A file may name a command or an assembly, which "
            + "is then run: give --implementation for a file that you do not trust. "
            + "Exit codes: 0 it passes now, 2 it fails, "
            + "5 bad input, 20 interrupted, 21 the implementation broke.")
        {
            file,
            source,
        };
        settings.AddTo(command);
        command.SetAction(parsed => (int)Run(
            surroundings, settings.Read(parsed), parsed.GetRequiredValue(file), parsed.GetValue(source)));
        return command;
    }

    private static ExitCode Run(Surroundings surroundings, SettingValues settings, string name, string? source)
    {
        var replay = Read(surroundings, name);
        var implementation = ImplementationSource.Find(
            source ?? replay.Header.Implementation, ReachingOptions.Scaled(settings, surroundings));
        var violation = Interruptible.Run(
            () =>
            {
                using var server = implementation.Create();
                return Replayer.Run(server, replay);
            },
            surroundings.Interrupted);
        var console = surroundings.Console;
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

    private static ReplayFile Read(Surroundings surroundings, string name)
    {
        try
        {
            return ReplayReader.Parse(InputFile.Read(surroundings.Resolve(name), name));
        }
        catch (UnusableFileException exception)
        {
            throw new BadInputException($"{name} cannot be replayed: {exception.Message}", cause: exception);
        }
    }

    private static IEnumerable<string> Steps(ReplayFile replay)
    {
        var operations = new OperationNarration(replay.Trial.Setup);
        return SetupNarration.Sentences(replay.Trial.Setup)
            .Concat(replay.Trial.Operations.Select((one, place) => $"{place + 1}. {operations.Sentence(one)}"));
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
