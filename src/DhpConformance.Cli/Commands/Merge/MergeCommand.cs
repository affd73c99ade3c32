using System.CommandLine;
using DhpConformance.Cli.Commands.Run;
using DhpConformance.Cli.Output;
using DhpConformance.Cli.Settings;
using DhpConformance.Engine.KnownFailures;
using DhpConformance.Engine.Merging;
using DhpConformance.Engine.Replay;
using DhpConformance.Engine.Results;
using Spectre.Console;

namespace DhpConformance.Cli.Commands.Merge;

/// <summary><c>dhp merge</c>: puts the results of all shards of a run together.</summary>
internal static class MergeCommand
{
    public static Command Make(ToolEnvironment environment)
    {
        var files = new Argument<string[]>("FILES")
        {
            Description = "The results.json of every shard, each in the folder that `dhp run --shard K/N` wrote.",
            Arity = ArgumentArity.OneOrMore,
        };
        var folder = new Option<string>(SettingTable.Out.OptionName)
        {
            HelpName = SettingTable.Out.ValueName,
            Description = SettingTable.Out.Description,
            DefaultValueFactory = _ => SettingTable.Out.Default,
        };
        var known = new Option<string>(SettingTable.KnownFailures.OptionName)
        {
            HelpName = SettingTable.KnownFailures.ValueName,
            Description = $"{SettingTable.KnownFailures.Description} [default: those that the shards were given]",
            DefaultValueFactory = _ => "",
        };
        var command = new Command(
            "merge",
            "Combines the results of all shards into the results of the whole run. Exit codes as for `dhp run`; 5 if "
            + "the files are not the shards of one run.")
        {
            files,
            folder,
            known,
        };
        command.SetAction(parsed => (int)Run(
            environment,
            parsed.GetRequiredValue(files),
            parsed.GetRequiredValue(folder),
            parsed.GetRequiredValue(known)));
        return command;
    }

    private static ExitCode Run(ToolEnvironment environment, string[] names, string folder, string listed)
    {
        var shares = names.Select(name => (Name: name, Results: ResultsFile.Read(environment, name))).ToList();
        var merged = WithKnown(environment, ShardMerge.Merge(shares), listed);
        var replays = Replays(environment, merged, shares);
        var files = new RunFiles(folder, merged);
        using var written = ReportFolder.Open(environment.Resolve(folder), folder);
        new RunSummary(environment, merged, files).Write();
        var isWritten = new WrittenRun(environment, files).Write(written, (profile, failure) =>
            replays[(profile.Profile.Name, failure.Rule)]);
        PrintSources(environment, shares.Select(share => share.Results.Implementation.Source));
        var known = new KnownFailureList(merged.Implementation.KnownFailures ?? []);
        new KnownFailureSummary(environment, known, merged).Write();
        return ExitCodes.Of(known.Worst(merged), isWritten);
    }

    // All are read before anything is printed or written. Each is written again from what was read: what is no replay
    // file, or one of something else, is not carried from folder to folder.
    private static Dictionary<(string Profile, string? Rule), string> Replays(
        ToolEnvironment environment, RunResults merged, List<(string Name, RunResults Results)> shares) =>
        merged.Profiles
            .SelectMany(profile => profile.Failures, (profile, failure) => (profile, failure))
            .ToDictionary(
                one => (one.profile.Profile.Name, one.failure.Rule),
                one =>
                {
                    var share = shares.First(share => Has(share.Results, one.profile, one.failure));
                    var path = Path.Combine(
                        Path.GetDirectoryName(share.Name) ?? "", RunFiles.Name(one.profile, one.failure));
                    var replay = ReplaySource.Read(environment, path);
                    return replay.Header.Rule == one.failure.Rule && replay.Header.Case == one.failure.Case
                        && replay.Header.Profile.Name == one.profile.Profile.Name
                        ? ReplayWriter.Text(replay)
                        : throw new BadInputException(
                            $"{path} is the replay file of another failure than {share.Name} lists; copy the folder "
                            + "again.");
                });

    private static RunResults WithKnown(ToolEnvironment environment, RunResults merged, string listed) =>
        listed.Length == 0
            ? merged
            : merged with
            {
                Implementation = merged.Implementation with
                {
                    KnownFailures = KnownFailureSource.Find(listed, environment).All is { IsEmpty: false } all
                        ? all
                        : null,
                },
            };

    // Paths differ from machine to machine, so that this is no reason to refuse them.
    private static void PrintSources(ToolEnvironment environment, IEnumerable<string> sources)
    {
        if (sources.Distinct(StringComparer.Ordinal).Take(2).ToList() is [var one, var other])
        {
            environment.Console.Line(
                $"The shards were run as {one} and as {other}. They count as one implementation, since its name and "
                    + "version are the same.",
                Color.Yellow);
        }
    }

    private static bool Has(RunResults share, ProfileResult profile, Failure failure) => share.Profiles
        .Single(one => one.Profile.Name == profile.Profile.Name)
        .Failures.Any(one => one.Rule == failure.Rule && one.Case == failure.Case);
}
