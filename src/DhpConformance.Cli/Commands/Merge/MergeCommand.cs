using System.CommandLine;
using DhpConformance.Cli.Commands.Run;
using DhpConformance.Cli.Output;
using DhpConformance.Cli.Settings;
using DhpConformance.Engine.Campaigns;
using DhpConformance.Engine.KnownFailures;
using DhpConformance.Engine.Results;
using Spectre.Console;

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
        var known = new Option<string>(SettingTable.KnownFailures.OptionName)
        {
            HelpName = SettingTable.KnownFailures.ValueName,
            Description = $"{SettingTable.KnownFailures.Description} [default: those that the shards were given]",
            DefaultValueFactory = _ => "",
        };
        var command = new Command(
            "merge",
            "Puts the results of all shards of a run together; they are those of the whole run. Exit codes as of "
            + "`dhp run`; 5 if they are not the shards of one run.")
        {
            files,
            folder,
            known,
        };
        command.SetAction(parsed => (int)Run(
            surroundings,
            parsed.GetRequiredValue(files),
            parsed.GetRequiredValue(folder),
            parsed.GetRequiredValue(known)));
        return command;
    }

    private static ExitCode Run(Surroundings surroundings, string[] names, string folder, string listed)
    {
        var shares = names.Select(name => (Name: name, Results: ResultsFile.Read(surroundings, name))).ToList();
        var merged = WithKnown(surroundings, ShardMerge.Merge(shares), listed);
        var files = new RunFiles(folder, merged);
        using var written = ReportFolder.Open(surroundings.Resolve(folder), folder);
        written.Commit(files.Contents((profile, failure) =>
        {
            var share = shares.First(one => Has(one.Results, profile, failure));
            var path = Path.Combine(Path.GetDirectoryName(share.Name) ?? "", RunFiles.Name(profile, failure));
            return InputFile.Read(surroundings.Resolve(path), path);
        }));
        new RunSummary(surroundings, merged, files).Write();
        TellOfSources(surroundings, shares.Select(share => share.Results.Implementation.Source));
        var known = new KnownFailureList(merged.Implementation.KnownFailures ?? []);
        new KnownFailureSummary(surroundings, known, merged).Write();
        return ExitCodes.Of(known.Worst(merged));
    }

    private static RunResults WithKnown(Surroundings surroundings, RunResults merged, string listed) =>
        listed.Length == 0
            ? merged
            : merged with
            {
                Implementation = merged.Implementation with
                {
                    KnownFailures = KnownFailureSource.Find(listed, surroundings).All is { IsEmpty: false } all
                        ? all
                        : null,
                },
            };

    // Paths differ from machine to machine, so that this is no reason to refuse them.
    private static void TellOfSources(Surroundings surroundings, IEnumerable<string> sources)
    {
        if (sources.Distinct(StringComparer.Ordinal).Take(2).ToList() is [var one, var other])
        {
            surroundings.Console.Line(
                $"The shards were run as {one} and as {other}. They count as one implementation, since its name and "
                    + "version are the same.",
                Color.Yellow);
        }
    }

    private static bool Has(RunResults share, ProfileResult profile, Failure failure) => share.Profiles
        .Single(one => one.Profile.Name == profile.Profile.Name)
        .Failures.Any(one => one.Rule == failure.Rule && one.Case == failure.Case);
}
