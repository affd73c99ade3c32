using System.CommandLine;
using DhpConformance.Cli.Commands.Exhaustive;
using DhpConformance.Cli.Implementations;
using DhpConformance.Cli.Output;
using DhpConformance.Cli.Settings;
using DhpConformance.Engine.Campaigns;
using DhpConformance.Engine.Replay;
using DhpConformance.Engine.Results;

namespace DhpConformance.Cli.Commands.Run;

/// <summary><c>dhp run</c>: judges an implementation.</summary>
internal static class RunCommand
{
    private static readonly Setting[] DrawnByCases = [SettingTable.Cases, SettingTable.Length, SettingTable.Seed];

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
        var exhaustive = new ExhaustiveOptionSet();
        exhaustive.AddTo(command);
        command.SetAction(parsed =>
        {
            var asked = exhaustive.Read(parsed, surroundings);
            if (asked is not null && SettingOptions.Given(parsed, DrawnByCases) is { } stray)
            {
                throw new BadInputException(
                    $"{stray} makes no sense with --exhaustive, which goes through all there is; leave one of them.");
            }

            var request = RunRequest.From(settings.Read(parsed), surroundings, drawsCases: asked is null);
            return (int)Run(request, asked, surroundings);
        });
        return command;
    }

    private static ExitCode Run(RunRequest request, ExhaustiveRequest? asked, Surroundings surroundings)
    {
        // Opened first: nobody wants to learn after an hour that the folder cannot be written.
        using var folder = ReportFolder.Open(surroundings.Resolve(request.Out), request.Out);
        request.CheckClaims();
        var results = asked is null
            ? ProgressDisplay.While(surroundings, request.Options, progress => ConformanceSuite.Run(
                request.Implementation.Create, request.Options, progress, surroundings.Interrupted))
            : new ExhaustiveRun(surroundings, request, asked).Run();
        var files = new RunFiles(request.Out, results);
        folder.Commit(files.Contents((profile, failure) =>
            Replay(surroundings, request.Implementation, results, profile, failure)));
        new RunSummary(surroundings, results, files).Write();
        new KnownFailureSummary(surroundings, request.Known, results).Write();
        return ExitCodes.Of(request.Known.Worst(results));
    }

    private static string Replay(
        Surroundings surroundings,
        Implementation implementation,
        RunResults results,
        ProfileResult profile,
        Failure failure)
    {
        using var writer = new StringWriter();
        var replay = ReplayRecorder.Record(
            implementation.Create, results, profile, failure, surroundings.Interrupted);
        ReplayWriter.Write(replay, writer);
        return writer.ToString();
    }
}
