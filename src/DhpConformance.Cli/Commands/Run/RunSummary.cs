using System.Globalization;
using DhpConformance.Cli.Output;
using DhpConformance.Engine.Results;
using DhpConformance.Reporting.Verdicts;
using Spectre.Console;

namespace DhpConformance.Cli.Commands.Run;

/// <summary>What a run says when it is over.</summary>
internal sealed class RunSummary(Surroundings surroundings, RunResults results, RunFiles files)
{
    private readonly IAnsiConsole console = surroundings.Console;

    public void Write()
    {
        VerdictTable.Write(console, results);
        new FailureSummary(console, results, files).Write();
        console.Line("");
        new UndecidedSummary(console, results).Write();
        foreach (var profile in results.Profiles)
        {
            console.Line(profile.Headline, ConsoleLines.ColorOf(profile.Verdict));
            if (profile.Stopped is { } stopped)
            {
                console.Line($"  {stopped}", Color.Yellow);
            }
        }

        if (ChosenRules.Of(results).Elsewhere is { } elsewhere)
        {
            console.Line(elsewhere, Color.Yellow);
        }

        new IdleClaims(console, results).Write();
        WriteFooter();
    }

    private void WriteFooter()
    {
        if (!results.Footer.Complete)
        {
            console.Line(
                $"INTERRUPTED: {results.Profiles.Length} of {results.Footer.Profiles} profiles were begun, and the "
                + $"last of them may not be complete.{(IsExhaustive ? " Go on with --resume." : "")}",
                Color.Yellow);
        }

        if (IsExhaustive)
        {
            console.Line(
                $"{results.Implementation.Name}: {Guarantee.Of(results.Profiles, results.Settings)}.",
                ConsoleLines.ColorOf(results.Verdict));
        }

        console.Line("");
        console.Line(string.Create(
            CultureInfo.InvariantCulture,
            $"{results.Implementation.Name} {results.Implementation.Version}, {Extent()}, "
            + $"{results.Times.ElapsedMilliseconds / 1000.0:0.0} s on {Count.Of(results.Times.Threads, "thread")}"));
        console.Line($"Results: {files.ResultsPath}");
        console.Line($"Report: {files.ReportPath}");
    }

    private bool IsExhaustive => results.Settings.Scope is not null;

    private string Extent() => IsExhaustive
        ? string.Create(CultureInfo.InvariantCulture, $"{results.Footer.Cases:N0} states visited")
        : string.Create(
            CultureInfo.InvariantCulture,
            $"seed {results.Settings.Seed}, {Cases()} of {Count.Of(results.Settings.Length, "operation")} for each "
            + $"profile");

    // Nobody is told of cases that were not executed.
    private string Cases()
    {
        var executed = results.Profiles.Select(profile => profile.Cases).DefaultIfEmpty().ToList();
        var (fewest, most) = (executed.Min(), executed.Max());
        return fewest == results.Settings.Cases ? Count.Of(fewest, "case")
            : fewest == most ? $"{fewest} of {Count.Of(results.Settings.Cases, "case")}"
            : $"{fewest} to {most} of {Count.Of(results.Settings.Cases, "case")}";
    }
}
