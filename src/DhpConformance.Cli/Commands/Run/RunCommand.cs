using System.CommandLine;
using DhpConformance.Cli.Commands.Exhaustive;
using DhpConformance.Cli.Output;
using DhpConformance.Cli.Settings;
using DhpConformance.Engine.Campaigns;
using DhpConformance.Engine.Results;

namespace DhpConformance.Cli.Commands.Run;

/// <summary><c>dhp run</c>: judges an implementation.</summary>
internal static class RunCommand
{
    public static Command Make(Surroundings surroundings)
    {
        var command = new Command(
            "run",
            "Judges an implementation and says which rules it keeps. What is not given on the command line "
            + $"is taken from environment variables ({surroundings.VariablePrefix}*; lists with commas), "
            + $"then from {SettingsFile.Name} "
            + "in the working directory (same names without dashes), then from the defaults. Exit codes: 0 pass, "
            + "2 fail, 5 bad input, 8 zero cases, 20 inconclusive, 21 error.");
        var settings = new SettingOptions(surroundings, SettingTable.All);
        settings.AddTo(command);
        var exhaustive = new Option<bool>("--exhaustive")
        {
            Description = "Make every request in every state of a small server instead of generating cases; writes "
                + "no files.",
        };
        var scope = new Option<string>("--scope")
        {
            HelpName = "NAME",
            Description = $"The scope of --exhaustive: {string.Join(", ", ExhaustiveRun.Named.Keys)}.",
            DefaultValueFactory = _ => "small",
        };
        command.Add(exhaustive);
        command.Add(scope);
        command.SetAction(parsed =>
        {
            var request = RunRequest.From(settings.Read(parsed), surroundings);
            return (int)(parsed.GetValue(exhaustive)
                ? new ExhaustiveRun(surroundings, request, parsed.GetRequiredValue(scope)).Run()
                : Run(request, surroundings));
        });
        return command;
    }

    private static ExitCode Run(RunRequest request, Surroundings surroundings)
    {
        // Opened first: nobody wants to learn after an hour that the folder cannot be written.
        using var folder = ReportFolder.Open(surroundings.Resolve(request.Out), request.Out);
        var results = ProgressDisplay.While(surroundings, request.Options, progress =>
            ConformanceSuite.Run(request.Implementation.Create, request.Options, progress, surroundings.Interrupted));
        var files = new RunFiles(request.Out, results);
        folder.Commit(files.Contents(request.Implementation));
        new RunSummary(surroundings, results, files).Write();
        return ExitCodes.Of(
            results.Footer.Complete ? results.Verdict : new[] { results.Verdict, Verdict.Inconclusive }.Worst());
    }
}
