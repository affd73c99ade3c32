using System.CommandLine;
using DhpConformance.Cli.Commands.Report;
using DhpConformance.Cli.Output;
using DhpConformance.Reporting;
using DhpConformance.Reporting.Comparison;
using Spectre.Console;

namespace DhpConformance.Cli.Commands.Compare;

/// <summary><c>dhp compare</c>: puts runs side by side, and says what changed in the same implementation.</summary>
internal static class CompareCommand
{
    private const string DefaultFolder = "reports";

    public static Command Make(ToolEnvironment environment)
    {
        var files = new Argument<string[]>("RESULTS")
        {
            Description = "Two or more results.json; give runs of one implementation from the earliest to the latest.",
            Arity = new ArgumentArity(0, 100),
        };
        var formats = FormatOption.Make("What to make: html or markdown; may be given more than once.");
        var folder = new Option<string>("--out")
        {
            HelpName = "FOLDER",
            Description = "Where to.",
            DefaultValueFactory = _ => DefaultFolder,
        };
        var command = new Command(
            "compare",
            "Compares runs side by side and reports what changed, regressions first. Exit codes: 0 created, 5 bad "
            + "input.")
        {
            files,
            formats,
            folder,
        };
        command.SetAction(parsed => Interruptible.Run(
            () => Run(
                environment,
                parsed.GetValue(files) ?? [],
                FormatOption.Find(parsed.GetRequiredValue(formats)),
                parsed.GetRequiredValue(folder)),
            environment.Interrupted));
        return command;
    }

    private static int Run(ToolEnvironment environment, string[] files, ReportFormat[] formats, string folder)
    {
        if (files.Length < 2)
        {
            throw new BadInputException(
                "A comparison needs two results.json or more, "
                + $"and got {(files.Length == 0 ? "none" : "one")}; name another.");
        }

        if (formats.Any(format => format is not (ReportFormat.Html or ReportFormat.Markdown)))
        {
            throw new BadInputException("A comparison is html or markdown; the other formats are for one run each.");
        }

        ComparedRun[] runs = [.. files.Select(name => new ComparedRun(name, ResultsFile.Read(environment, name)))];
        RunComparison? comparison = null;
        foreach (var format in formats)
        {
            var file = Path.Combine(folder, $"comparison.{(format == ReportFormat.Html ? "html" : "md")}");
            OutputFile.Write(
                environment.Resolve(file), file, writer => comparison = Reports.Compare(runs, format, writer));
            environment.Console.Line($"Comparison: {file}");
        }

        Summarize(environment.Console, comparison!);
        return (int)ExitCode.Pass;
    }

    private static void Summarize(IAnsiConsole console, RunComparison comparison)
    {
        var changes = comparison.Changes.SelectMany(one => one.Changes).ToList();
        foreach (var change in changes.Where(change => change.Kind == ChangeKind.Regression))
        {
            console.Line($"regression {change.Rule} in {string.Join(", ", change.Profiles)}", Color.Red);
        }

        console.Line(comparison.Changes.IsEmpty
            ? $"{comparison.Differing.Count()} of {comparison.Rules.Length} rules differ in their verdicts."
            : $"{changes.Count(change => change.Kind == ChangeKind.Regression)} regressions, "
                + $"{changes.Count(change => change.Kind == ChangeKind.Improvement)} improvements.");
    }
}
