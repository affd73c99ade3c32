using System.CommandLine;
using DhpConformance.Cli.Output;

namespace DhpConformance.Cli.Commands.Init;

/// <summary><c>dhp init</c>: writes an adapter that works, to be edited from there.</summary>
internal static class InitCommand
{
    private static readonly string[] Roles = [Skeleton.Server, Skeleton.Driver, Skeleton.Application];

    public static Command Make(ToolEnvironment environment)
    {
        var languages = string.Join("|", Skeleton.All.Select(skeleton => skeleton.Language).Distinct());
        var language = new Option<string?>("--language")
        {
            HelpName = languages,
            Description = "The language of the adapter, the driver or the application.",
        };
        var role = new Option<string>("--role")
        {
            HelpName = string.Join("|", Roles),
            Description = "What is under test: a server, or a driver or an application that runs on one.",
            DefaultValueFactory = _ => Roles[0],
        };
        role.AcceptOnlyFromAmong(Roles);
        var folder = new Option<string>("--out")
        {
            HelpName = "DIR",
            Description = "The folder; existing files are not overwritten.",
            DefaultValueFactory = _ => ".",
        };
        var ci = CiOption();
        var command = new Command(
            "init",
            "Creates a complete conforming adapter, driver or application to start from, with settings for this tool "
            + "and a file for CI.")
        {
            language,
            role,
            folder,
            ci,
        };
        command.SetAction(parsed => (int)Run(
            environment,
            Find(parsed.GetRequiredValue(role), parsed.GetValue(language)),
            CiSystem.All.FirstOrDefault(system => system.Name == parsed.GetValue(ci)),
            parsed.GetRequiredValue(folder)));
        return command;
    }

    private static Option<string> CiOption()
    {
        string[] names = [.. CiSystem.All.Select(system => system.Name), CiSystem.None];
        var option = new Option<string>("--ci")
        {
            HelpName = string.Join("|", names),
            Description = "The CI system that gets a file.",
            DefaultValueFactory = _ => names[0],
        };
        option.AcceptOnlyFromAmong(names);
        return option;
    }

    private static Skeleton Find(string role, string? language) =>
        Skeleton.All.FirstOrDefault(skeleton => skeleton.Role == role && skeleton.Language == language)
        ?? throw new BadInputException(
            (language is null
                ? "Say in which language, with --language: "
                : $"There is no {(role == Skeleton.Server ? "adapter" : role)} in \"{language}\"; write ")
            + string.Join(" or ", Skeleton.All.Where(one => one.Role == role).Select(one => one.Language))
            + ", or see what an adapter in any other language does: `dhp specs protocol`.");

    private static void Write(ToolEnvironment environment, List<(string Name, string Content)> files, string folder)
    {
        var there = files.Find(file => File.Exists(environment.Resolve(Shown(folder, file.Name)))).Name;
        if (there is not null)
        {
            throw new BadInputException(
                $"{Shown(folder, there)} is there already, and is not overwritten; choose another folder with "
                + "--out.");
        }

        foreach (var (name, content) in files)
        {
            var path = Shown(folder, name);
            OutputFile.Write(environment.Resolve(path), path, content);
            environment.Output.WriteLine($"Written: {path}");
        }
    }

    private static ExitCode Run(ToolEnvironment environment, Skeleton skeleton, CiSystem? ci, string folder)
    {
        Write(environment, [.. SkeletonFiles.Of(skeleton, ci)], folder);
        var output = environment.Output;
        output.WriteLine();
        output.WriteLine($"It works as it is. {(folder == "." ? "Here" : $"In {folder}")}:");
        foreach (var step in new[] { skeleton.Build, "dhp smoke", "dhp run" }.Where(step => step.Length > 0))
        {
            output.WriteLine($"  {step}");
        }

        output.WriteLine($"Then edit {skeleton.Edit}" + (skeleton.Role == Skeleton.Server
            ? ". What your server cannot do, take off the claims there and in claims.json: the two have to agree."
            : "; `dhp specs consumers` says what events, calls and traits there are."));
        if (ci is not null)
        {
            output.WriteLine($"{Shown(folder, ci.File)} is for {ci.Title}, which looks for it at the root of a "
                + "repository; it says what to do if that is elsewhere, or if the tool is not on nuget.org.");
        }

        return ExitCode.Pass;
    }

    private static string Shown(string folder, string name) => folder == "." ? name : Path.Combine(folder, name);
}
