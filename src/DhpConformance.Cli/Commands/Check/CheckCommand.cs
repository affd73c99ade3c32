using System.CommandLine;
using DhpConformance.Cli.Implementations;
using DhpConformance.Cli.Output;
using DhpConformance.Engine;
using DhpConformance.Engine.Histories;
using DhpConformance.Engine.Linearizability;
using DhpConformance.Engine.Replay;
using DhpConformance.Reporting.Histories;
using Spectre.Console;
using Profile = DhpConformance.Abstractions.Profile;

namespace DhpConformance.Cli.Commands.Check;

/// <summary><c>dhp check</c>: judges what several clients asked at once, from a file.</summary>
internal static class CheckCommand
{
    private const int MostTried = 100_000_000;

    public static Command Make(ToolEnvironment environment)
    {
        var file = new Argument<string>("HISTORY")
        {
            Description =
                "Requests and answers of several clients, one event per line; `dhp specs concurrency.md` describes it.",
        };
        var profile = new Option<string?>("--profile")
        {
            HelpName = "NAME|FILE",
            Description = "Judge by this operating system instead of the one in the file.",
        };
        var limit = new Option<int>("--limit")
        {
            HelpName = "N",
            Description =
                "Largest number of pairs of an order and a state to try; beyond it the history is inconclusive.",
            DefaultValueFactory = _ => LinearizabilityChecker.DefaultLimit,
        };
        var command = new Command(
            "check",
            "Judges a recorded history of several clients with overlapping requests: does some order of the calls "
            + "explain every answer and every observation? Runs no implementation; the same file gives the same "
            + "verdict everywhere. Exit codes: 0 such an order exists, 2 none exists, 5 bad input, 20 inconclusive.")
        {
            file,
            profile,
            limit,
        };
        command.SetAction(parsed => (int)Run(
            environment, parsed.GetRequiredValue(file), parsed.GetValue(profile), parsed.GetValue(limit)));
        return command;
    }

    private static ExitCode Run(ToolEnvironment environment, string name, string? profile, int limit)
    {
        if (limit is < 1 or > MostTried)
        {
            throw new BadInputException($"--limit is {limit}; give a number from 1 to {MostTried}.");
        }

        var history = Read(environment, name, profile);
        var result = Interruptible.Run(() => LinearizabilityChecker.Check(history, limit), environment.Interrupted);
        var console = environment.Console;
        var color = result.Verdict switch
        {
            LinearizabilityVerdict.Linearizable => Color.Green,
            LinearizabilityVerdict.NotLinearizable => Color.Red,
            _ => Color.Yellow,
        };
        var isFirst = true;
        foreach (var line in Lines(environment, history, result))
        {
            console.Line(line, isFirst ? color : null);
            isFirst = false;
        }

        return result.Verdict switch
        {
            LinearizabilityVerdict.Linearizable => ExitCode.Pass,
            LinearizabilityVerdict.NotLinearizable => ExitCode.Fail,
            _ => ExitCode.Inconclusive,
        };
    }

    private static IEnumerable<string> Lines(
        ToolEnvironment environment, History history, LinearizabilityResult result)
    {
        if (result.Verdict != LinearizabilityVerdict.NotLinearizable)
        {
            return HistoryText.Lines(history, result);
        }

        var (shrunk, explained) =
            Interruptible.Run(() => HistoryShrinker.Shrink(history, result), environment.Interrupted);
        return HistoryText.Lines(shrunk, explained, history);
    }

    private static History Read(ToolEnvironment environment, string name, string? profile) =>
        HistorySource.Read(environment, name, history => profile is null
            ? history
            : JudgedBy(history, ProfileSource.Find(profile, environment)));

    private static History JudgedBy(History history, Profile profile)
    {
        var header = history.Header;
        var setup = header.Setup with
        {
            Partitions =
            [
                .. header.Setup.Partitions.Select(partition =>
                    partition.Profile.Name == header.Profile.Name ? partition with { Profile = profile } : partition),
            ],
        };
        return SetupFit.Problem(setup, profile) is { } problem
            ? throw new UnusableFileException($"with the profile {profile.Name}, {problem}")
            : history with { Header = header with { Profile = profile, Setup = setup } };
    }
}
