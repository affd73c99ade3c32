using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using DhpConformance.Abstractions;
using DhpConformance.Cli.Commands.Consumers;
using DhpConformance.Cli.Implementations;
using DhpConformance.Cli.Output;
using DhpConformance.Cli.Settings;
using DhpConformance.Engine.Judging;
using DhpConformance.Engine.Smoke;
using DhpConformance.Hosting;
using DhpConformance.Model.Profiles;
using DhpConformance.Model.Rules;
using Spectre.Console;

namespace DhpConformance.Cli.Commands.Smoke;

/// <summary><c>dhp smoke</c>: says in seconds whether an implementation is plugged in.</summary>
internal static class SmokeCommand
{
    private const string Profile = "windows-server-2008-x64";

    public static Command Make(ToolEnvironment environment)
    {
        var command = new Command(
            "smoke",
            "Checks in seconds whether an implementation is connected correctly: handshake, reset, observe, an add, "
            + "a hot add, a refusal; for a driver or an application: load, hot adds, a rebalance, a hot replace, "
            + "unload. Exit codes: 0 everything works, 2 an answer is wrong, 5 bad input, 20 interrupted, 21 the "
            + "implementation broke.");
        var settings = new SettingOptions(environment, [.. SettingTable.Reaching, SettingTable.Role]);
        settings.AddTo(command);
        command.SetAction(parsed => (int)Interruptible.Run(
            () => Run(environment, settings.Read(parsed)), environment.Interrupted));
        return command;
    }

    private static ExitCode Run(ToolEnvironment environment, SettingValues settings) =>
        settings.RoleOf() == Role.Consumer
            ? ConsumerSmokeCommand.Run(environment, settings)
            : RunServer(environment, settings);

    private static ExitCode RunServer(ToolEnvironment environment, SettingValues settings)
    {
        var claims = ReachingOptions.Claims(settings, environment);
        RuleNoteSource.Find(claims);
        var implementation = ReachingOptions.Find(settings, environment);
        var console = environment.Console;
        var clock = Stopwatch.StartNew();
        using (var server = implementation.Create())
        {
            Introduce(console, server.Describe(), claims);
        }

        foreach (var step in SmokeTest.Run(implementation.Create, ProfileCatalog.Find(Profile)!))
        {
            // What was cut short by an interruption is no answer of the server.
            environment.Interrupted.ThrowIfCancellationRequested();
            if (step.Violation is { } violation)
            {
                ReportViolation(console, step, violation);
                return violation.Rule is null ? ExitCode.Error : ExitCode.Fail;
            }

            console.Line(
                $"{step.Asked} {(step.Required.Length == 0 ? "It does." : $"It answers {step.Required}, rightly.")}",
                Color.Green);
        }

        WriteSuccess(console, clock.Elapsed);
        return ExitCode.Pass;
    }

    /// <summary>The last line about an implementation that is connected correctly.</summary>
    public static void WriteSuccess(IAnsiConsole console, TimeSpan elapsed) => console.Line(string.Create(
        CultureInfo.InvariantCulture,
        $"It is plugged in ({elapsed.TotalSeconds:0.0} s). `dhp run` judges every rule."));

    private static void Introduce(IAnsiConsole console, ImplementationDescription description, ClaimsFile? claims)
    {
        console.Line($"It answers, and says that it is {description.Name} {description.Version}.", Color.Green);
        var made = description.Claims.Select(claim => Words.Of(claim)).ToList();
        console.Line(
            $"It makes {made.Count} of {Enum.GetValues<Claim>().Length} claims"
            + (made.Count == 0 ? ", so that only the core rules are judged." : $": {string.Join(", ", made)}."));
        if (claims is not null)
        {
            claims.Check(description);
            console.Line("Those are the claims of the claims file.", Color.Green);
        }
    }

    private static void ReportViolation(IAnsiConsole console, SmokeStep step, Violation violation)
    {
        console.Line(step.Asked, Color.Red);
        console.Line($"  {violation.Subject}: expected {violation.Expected}", Color.Red);
        console.Line($"  observed {violation.Observed.ReplaceLineEndings(" ")}", Color.Red);
        console.Line(violation.Rule is { } rule
            ? $"  That breaks {rule}: {RuleCatalog.Get(rule).Statement}"
            : "  It broke, which says nothing about any rule.");
        foreach (var line in EvidenceText.Lines(violation.Evidence))
        {
            console.Line($"  {line}");
        }
    }
}
