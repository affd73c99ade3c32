using System.CommandLine;
using DhpConformance.Cli.Output;

namespace DhpConformance.Cli.Commands.Init;

/// <summary><c>dhp init</c>: writes an adapter that works, to be edited from there.</summary>
internal static class InitCommand
{
    public static Command Make(Surroundings surroundings)
    {
        var languages = string.Join("|", Skeleton.All.Select(skeleton => skeleton.Language));
        var language = new Option<string?>("--language")
        {
            HelpName = languages,
            Description = "The language of the adapter.",
        };
        var folder = new Option<string>("--out")
        {
            HelpName = "DIR",
            Description = "Where to; nothing that is there is overwritten.",
            DefaultValueFactory = _ => ".",
        };
        var command = new Command(
            "init",
            "Writes a complete adapter that keeps the rules, its claims, the settings of this tool and a workflow, to "
            + "be edited from there.")
        {
            language,
            folder,
        };
        command.SetAction(parsed => (int)Run(
            surroundings, Find(parsed.GetValue(language)), parsed.GetRequiredValue(folder)));
        return command;
    }

    private static Skeleton Find(string? language) =>
        Skeleton.All.FirstOrDefault(skeleton => skeleton.Language == language) ?? throw new BadInputException(
            (language is null
                ? "Say in which language, with --language: "
                : $"There is no adapter in \"{language}\"; write ")
            + $"{string.Join(" or ", Skeleton.All.Select(one => one.Language))}, "
            + "or see what an adapter in any other language does: `dhp specs protocol`.");

    private static ExitCode Run(Surroundings surroundings, Skeleton skeleton, string folder)
    {
        var files = SkeletonFiles.Of(skeleton).ToList();
        var there = files.Find(file => File.Exists(surroundings.Resolve(Shown(folder, file.Name)))).Name;
        if (there is not null)
        {
            throw new BadInputException(
                $"{Shown(folder, there)} is there already, and is not overwritten; choose another folder with "
                + "--out.");
        }

        var output = surroundings.Output;
        foreach (var (name, content) in files)
        {
            var path = Shown(folder, name);
            OutputFile.Write(surroundings.Resolve(path), path, content);
            output.WriteLine($"Written: {path}");
        }

        output.WriteLine();
        output.WriteLine($"It works as it is. {(folder == "." ? "Here" : $"In {folder}")}:");
        foreach (var step in new[] { skeleton.Build, "dhp smoke", "dhp run" }.Where(step => step.Length > 0))
        {
            output.WriteLine($"  {step}");
        }

        output.WriteLine($"Then edit {skeleton.Edit}. What your server cannot do, take off the claims there and in "
            + "claims.json: the two have to agree.");
        output.WriteLine($"{Shown(folder, SkeletonFiles.WorkflowName)} is for GitHub, which looks for it at the root "
            + "of a repository; it says what to do if that is elsewhere, or if the tool is not on nuget.org.");
        return ExitCode.Pass;
    }

    private static string Shown(string folder, string name) => folder == "." ? name : Path.Combine(folder, name);
}
