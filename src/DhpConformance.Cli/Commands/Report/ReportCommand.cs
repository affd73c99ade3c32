using System.CommandLine;
using DhpConformance.Abstractions;
using DhpConformance.Cli.Output;
using DhpConformance.Engine.Results;
using DhpConformance.Reporting;

namespace DhpConformance.Cli.Commands.Report;

/// <summary><c>dhp report</c>: makes reports of results.</summary>
internal static class ReportCommand
{
    public static Command Make(ToolEnvironment environment)
    {
        var files = new Argument<string[]>("RESULTS")
        {
            Description = "One results.json or more, as `dhp run` writes them.",
            Arity = ArgumentArity.OneOrMore,
        };
        var formats = FormatOption.Make(
            "What to make: html, junit, markdown, badge or sarif; may be given more than once.");
        var folder = new Option<string?>("--out")
        {
            HelpName = "FOLDER",
            Description = "Where to. [default: beside the results]",
        };
        var command = new Command("report", "Creates reports from results. Exit codes: 0 created, 5 bad input.")
        {
            files,
            formats,
            folder,
        };
        command.SetAction(parsed => Interruptible.Run(
            () => Run(
                environment,
                parsed.GetRequiredValue(files),
                FormatOption.Find(parsed.GetRequiredValue(formats)),
                parsed.GetValue(folder)),
            environment.Interrupted));
        return command;
    }

    private static int Run(ToolEnvironment environment, string[] files, ReportFormat[] formats, string? folder)
    {
        if (folder is not null && files.Length > 1)
        {
            throw new BadInputException(
                "With --out the reports of several results would overwrite each other; name one, or leave --out away.");
        }

        // All are read before any is written: one that is refused leaves nothing behind.
        var runs = files.Select(name => (name, results: ResultsFile.Read(environment, name))).ToList();
        foreach (var (name, results) in runs)
        {
            foreach (var format in formats)
            {
                Write(environment, results, format, folder ?? Path.GetDirectoryName(name) ?? "");
            }
        }

        return (int)ExitCode.Pass;
    }

    private static void Write(ToolEnvironment environment, RunResults results, ReportFormat format, string folder)
    {
        var file = Path.Combine(folder, Reports.FileName(format));
        OutputFile.Write(environment.Resolve(file), file, writer => Reports.Write(results, format, writer));
        environment.Console.Line($"{Words.Of(format)}: {file}");
    }
}
