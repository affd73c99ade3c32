using System.CommandLine;
using DhpConformance.Cli.Output;

namespace DhpConformance.Cli.Commands.Specs;

/// <summary>
/// <c>dhp specs</c>: lists, prints or writes the pages of the specification, for whoever has the packages alone.
/// </summary>
internal static class SpecsCommand
{
    public static Command Make(ToolEnvironment environment)
    {
        var name = new Argument<string?>("PAGE")
        {
            Description =
                "The page to print, as named in the list: operations, rules/hot-add. Without it, the command lists "
                + "all pages.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var folder = new Option<string?>("--out")
        {
            HelpName = "DIR",
            Description =
                "Writes all pages, schemas and samples to this folder, or only the named one; existing files are "
                + "not overwritten.",
        };
        var command = new Command(
            "specs",
            "Lists the pages of the specification and the schemas of the protocol, prints one, or writes them to a "
            + "folder.")
        {
            name,
            folder,
        };
        command.SetAction(parsed =>
        {
            var page = parsed.GetValue(name) is { } wanted ? Find(wanted) : null;
            return (int)(parsed.GetValue(folder) is { } there
                ? Write(environment, page is null ? SpecPage.All : [page], there)
                : Print(environment.Output, page));
        });
        return command;
    }

    private static SpecPage Find(string name) => SpecPage.Find(name) ?? throw new BadInputException(
        $"There is no page {name}; `dhp specs` lists them all."
        + Suggestion.For(name, SpecPage.All.Select(page => page.Name)));

    private static ExitCode Print(TextWriter output, SpecPage? page)
    {
        if (page is not null)
        {
            output.Write(page.Text);
            return ExitCode.Pass;
        }

        var width = SpecPage.All.Max(one => one.Name.Length);
        foreach (var one in SpecPage.All)
        {
            output.WriteLine($"{one.Name.PadRight(width)}  {one.Title}");
        }

        output.WriteLine();
        output.WriteLine("`dhp specs README` says what each is for, `dhp specs PAGE` prints one, and `dhp specs --out "
            + "DIR` writes all of them. Links that lead out of specs lead into the repository.");
        return ExitCode.Pass;
    }

    private static ExitCode Write(ToolEnvironment environment, IReadOnlyList<SpecPage> pages, string folder)
    {
        var files = pages.Select(page => (Shown: Path.Combine([folder, .. page.Path.Split('/')]), page.Text)).ToList();
        if (files.Find(file => File.Exists(environment.Resolve(file.Shown))).Shown is { } there)
        {
            throw new BadInputException(
                $"{there} is there already, and is not overwritten; choose another folder with --out.");
        }

        foreach (var (shown, text) in files)
        {
            OutputFile.Write(environment.Resolve(shown), shown, text);
        }

        environment.Output.WriteLine(
            files.Count == 1
                ? $"Written: {files[0].Shown}"
                : $"Written: {files.Count} pages, schemas and samples to {folder}");
        return ExitCode.Pass;
    }
}
