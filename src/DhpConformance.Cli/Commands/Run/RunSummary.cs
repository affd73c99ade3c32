using System.Globalization;
using DhpConformance.Abstractions;
using DhpConformance.Cli.Output;
using DhpConformance.Engine.Results;
using DhpConformance.Engine.Verdicts;
using DhpConformance.Reporting.Coverage;
using DhpConformance.Reporting.Verdicts;
using Spectre.Console;

namespace DhpConformance.Cli.Commands.Run;

/// <summary>What a run says when it is over.</summary>
internal sealed class RunSummary(ToolEnvironment environment, RunResults results, RunFiles files)
{
    /// <summary>Whether the run ended at its first failure, so that much of it was never begun.</summary>
    public bool EndedAtFailure { get; init; }

    private readonly IAnsiConsole console = environment.Console;

    /// <param name="isQuiet">Whether nothing is said but what failed, and the verdict.</param>
    public void Write(bool isQuiet = false)
    {
        if (isQuiet)
        {
            new FailureSummary(console, results, files).Write();
            var conclusion = Conclusion.Of(results);
            console.Line($"{conclusion.Word}: {conclusion.Sentence}", ConsoleLines.ColorOf(results.Verdict));
            return;
        }

        // Where the run ended at a failure, the profiles that were not begun say nothing.
        var begun = results with { Profiles = [.. results.Profiles.Where(IsBegun)] };
        VerdictTable.Write(environment, begun);
        new FailureSummary(console, results, files).Write();
        console.Line("");
        if (!EndedAtFailure)
        {
            new UndecidedSummary(console, results).Write();
        }

        foreach (var profile in begun.Profiles)
        {
            console.Line(profile.Headline, ConsoleLines.ColorOf(profile.Verdict));
            if (profile.Stopped is { } stopped)
            {
                console.Line($"  {stopped}", Color.Yellow);
            }

            if (UndecidedCases.Sentence(profile) is { } undecided)
            {
                console.Line($"  {undecided}", Color.Yellow);
            }
        }

        if (begun.Profiles.Length < results.Profiles.Length)
        {
            console.Line(
                $"{Count.Of(results.Profiles.Length - begun.Profiles.Length, "more profile")} not begun, since the run "
                + "ends at the first failure.",
                Color.Yellow);
        }

        if (ChosenRules.Of(results).Elsewhere is { } elsewhere)
        {
            console.Line(elsewhere, Color.Yellow);
        }

        new UnexercisedClaims(console, results).Write();
        WriteFooter();
    }

    private bool IsBegun(ProfileResult profile) =>
        profile.Cases > 0 || !profile.Failures.IsEmpty || !EndedAtFailure;

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
        if (SizeSentence.Of(results) is { } sizes)
        {
            console.Line(sizes);
        }
    }

    private bool IsExhaustive => results.Settings.Scope is not null;

    private string Extent() => IsExhaustive
        ? string.Create(CultureInfo.InvariantCulture, $"{results.Footer.Cases:N0} states visited")
        : string.Create(
            CultureInfo.InvariantCulture,
            $"seed {results.Settings.Seed}, {Workload()}{Cases()} of {Count.Of(results.Settings.Length, "operation")} "
            + $"for each profile");

    private string Workload() => results.Settings.Workload is var workload && workload == default
        ? ""
        : $"workload {Words.Of(workload)}, ";

    // Cases that were not executed are not reported.
    private string Cases()
    {
        var executed = results.Profiles.Select(profile => profile.Cases).DefaultIfEmpty().ToList();
        var (fewest, most) = (executed.Min(), executed.Max());
        return fewest == results.Settings.Cases ? Count.Of(fewest, "case")
            : fewest == most ? $"{fewest} of {Count.Of(results.Settings.Cases, "case")}"
            : $"{fewest} to {most} of {Count.Of(results.Settings.Cases, "case")}";
    }
}
