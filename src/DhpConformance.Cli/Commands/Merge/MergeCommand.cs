using System.CommandLine;
using DhpConformance.Cli.Commands.Run;
using DhpConformance.Cli.Output;
using DhpConformance.Cli.Settings;
using DhpConformance.Engine.Campaigns;
using DhpConformance.Engine.Results;

namespace DhpConformance.Cli.Commands.Merge;

/// <summary><c>dhp merge</c>: puts the results of all shards of a run together.</summary>
internal static class MergeCommand
{
    public static Command Make(Surroundings surroundings)
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
        var command = new Command(
            "merge",
            "Puts the results of all shards of a run together; they are those of the whole run. Exit codes as of "
            + "`dhp run`; 5 if they are not the shards of one run.")
        {
            files,
            folder,
        };
        command.SetAction(parsed =>
            (int)Run(surroundings, parsed.GetRequiredValue(files), parsed.GetRequiredValue(folder)));
        return command;
    }

    private static ExitCode Run(Surroundings surroundings, string[] names, string folder)
    {
        var shares = names.Select(name => (Name: name, Results: ResultsFile.Read(surroundings, name))).ToList();
        var merged = ShardMerge.Merge(shares);
        var files = new RunFiles(folder, merged);
        using var written = ReportFolder.Open(surroundings.Resolve(folder), folder);
        written.Commit(files.Contents((profile, failure) =>
        {
            var share = shares.First(one => Has(one.Results, profile, failure));
            var path = Path.Combine(Path.GetDirectoryName(share.Name) ?? "", RunFiles.Name(profile, failure));
            return InputFile.Read(surroundings.Resolve(path), path);
        }));
        new RunSummary(surroundings, merged, files).Write();
        return ExitCodes.Of(merged.Verdict);
    }

    private static bool Has(RunResults share, ProfileResult profile, Failure failure) => share.Profiles
        .Single(one => one.Profile.Name == profile.Profile.Name)
        .Failures.Any(one => one.Rule == failure.Rule && one.Case == failure.Case);
}
