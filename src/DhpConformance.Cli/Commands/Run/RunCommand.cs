using System.CommandLine;
using DhpConformance.Cli.Commands.Concurrency;
using DhpConformance.Cli.Commands.Consumers;
using DhpConformance.Cli.Commands.Exhaustive;
using DhpConformance.Cli.Corpus;
using DhpConformance.Cli.Implementations;
using DhpConformance.Cli.Output;
using DhpConformance.Cli.Settings;
using DhpConformance.Engine.Replay;
using DhpConformance.Engine.Results;
using DhpConformance.Engine.Runs;

namespace DhpConformance.Cli.Commands.Run;

/// <summary><c>dhp run</c>: judges an implementation.</summary>
internal static class RunCommand
{
    private static readonly Setting[] DrawnByCases = [SettingTable.Cases, SettingTable.Length, SettingTable.Seed];

    public static Command Make(ToolEnvironment environment)
    {
        var command = new Command(
            "run",
            "Judges an implementation and gives a verdict for each rule. Settings that the command line does not give "
            + $"come from environment variables ({environment.VariablePrefix}*; lists with commas), "
            + $"then from {SettingsFile.Name} "
            + "in the working directory (same names without dashes), then from the defaults. Exit codes: 0 pass, "
            + "2 fail, 5 bad input, 8 zero cases, 20 inconclusive, 21 error.");
        var settings = new SettingOptions(environment, SettingTable.All);
        settings.AddTo(command);
        var exhaustive = new ExhaustiveOptionSet();
        exhaustive.AddTo(command);
        command.SetAction(parsed =>
        {
            var asked = exhaustive.Read(parsed, environment);
            if (asked is not null
                && SettingOptions.Given(parsed, [.. DrawnByCases, .. SettingTable.OfDrawnCases]) is { } stray)
            {
                throw new BadInputException(
                    $"{stray} makes no sense with --exhaustive, which goes through all there is; leave one of them.");
            }

            var values = settings.Read(parsed);
            if (values.RoleOf() == Role.Consumer)
            {
                if ((asked is null ? SettingOptions.Given(parsed, [.. SettingTable.OfServers]) : "--exhaustive")
                    is { } ofServers)
                {
                    throw new BadInputException(
                        $"{ofServers} is for servers, and --role is {Role.Consumer}; leave one of them.");
                }

                return (int)ConsumerRunCommand.Run(values, environment);
            }

            if (ConcurrentRunCommand.Clients(values) > 1)
            {
                var odd = asked is null ? ConcurrentRunCommand.Stray(parsed) : "--exhaustive";
                return (int)(odd is null
                    ? ConcurrentRunCommand.Run(values, environment)
                    : throw new BadInputException($"{odd} makes no sense with several clients; leave one of them."));
            }

            var request = RunRequest.From(values, environment, drawsCases: asked is null);
            return (int)Run(request, asked, environment);
        });
        return command;
    }

    private static ExitCode Run(RunRequest request, ExhaustiveRequest? asked, ToolEnvironment environment)
    {
        if (environment.StartsAdaptersOnly)
        {
            RuntimeLeftovers.Remove();
        }

        // Asked before the run: after an interruption no file is read any more.
        var replayOption = TrustedSource.ReplayOption(request.Implementation.Source, environment);

        // Opened first: nobody wants to learn after an hour that the folder cannot be written.
        using var folder = ReportFolder.Open(environment.Resolve(request.Out), request.Out);
        request.CheckClaims();
        var results = asked is null
            ? ProgressDisplay.While(
                environment,
                request.Voice.Progress,
                request.Options,
                progress => ConformanceSuite.Run(
                    request.Implementation.Create, request.Options, progress, environment.Interrupted))
            : new ExhaustiveRun(environment, request, asked).Run();
        return Report(request, results, folder, replayOption, environment);
    }

    /// <summary>Prints what a run has found, and writes its files.</summary>
    /// <param name="request">What it was asked to do.</param>
    /// <param name="results">What it has found.</param>
    /// <param name="folder">The folder of the files, opened.</param>
    /// <param name="replayOption">What <c>dhp replay</c> is given besides a file of it; empty for nothing.</param>
    /// <param name="environment">Where it is printed.</param>
    internal static ExitCode Report(
        RunRequest request,
        RunResults results,
        ReportFolder folder,
        string replayOption,
        ToolEnvironment environment)
    {
        var files = new RunFiles(request.Out, results) { ReplayOption = replayOption };
        var corpus = request.Corpus is null ? null : new CorpusUpdate(environment, request.Corpus, results);
        corpus?.Tell(request.Voice.IsQuiet);
        new RunSummary(environment, results, files) { EndedAtFailure = EndedAtFailure(request, results) }
            .Write(request.Voice.IsQuiet);
        var isWritten = new WrittenRun(environment, files).Write(
            folder,
            (profile, failure) => Replay(environment, request.Implementation, results, profile, failure),
            request.Voice.IsQuiet);
        isWritten &= corpus?.Write(request.Voice.IsQuiet) ?? true;
        new KnownFailureSummary(environment, request.Known, results).Write();
        var (worst, decisive) = (request.Known.Worst(results), request.Known.Worst(results, request.Level));
        if (worst != decisive && !request.Voice.IsQuiet)
        {
            environment.Console.Line(LevelSource.Sentence(request.Level));
        }

        return ExitCodes.Of(decisive, isWritten);
    }

    // What is known to be broken ends no run.
    private static bool EndedAtFailure(RunRequest request, RunResults results) =>
        request.Options.FailFast && request.Known.Worst(results) is Verdict.Fail or Verdict.Error;

    private static string Replay(
        ToolEnvironment environment,
        Implementation implementation,
        RunResults results,
        ProfileResult profile,
        Failure failure)
    {
        var replay = ReplayRecorder.Record(
            implementation.Create, results, profile, failure, environment.Interrupted);
        return ReplayWriter.Text(replay);
    }
}
