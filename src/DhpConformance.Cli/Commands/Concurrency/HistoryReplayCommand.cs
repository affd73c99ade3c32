using DhpConformance.Cli.Implementations;
using DhpConformance.Cli.Output;
using DhpConformance.Cli.Settings;
using DhpConformance.Engine.Concurrency;
using DhpConformance.Engine.Histories;
using DhpConformance.Engine.Linearizability;
using Spectre.Console;

namespace DhpConformance.Cli.Commands.Concurrency;

/// <summary><c>dhp replay</c> of a history: makes its calls again, and says how often a rule is broken.</summary>
internal static class HistoryReplayCommand
{
    public static ExitCode Run(
        ToolEnvironment environment,
        SettingValues settings,
        (string Name, History Content) file,
        string? source,
        bool trustsFile)
    {
        var history = file.Content;
        var named = history.Header.Implementation;
        if (history.Calls.IsEmpty)
        {
            throw new BadInputException($"{file.Name} has no calls, so that nothing would be done again.");
        }

        var hosting = ReachingOptions.Scaled(settings, environment);
        var implementation = ImplementationSource.Find(
            source ?? (trustsFile ? named : TrustedSource.Of(named, file.Name, settings)), hosting);
        var replay = Replayed(environment, implementation, history, hosting.TimeScale);
        var console = environment.Console;
        var judged = LinearizabilityChecker.Check(history);
        console.Line(judged.Rule is { } rule
            ? $"The history itself proves that {rule} was broken; `dhp check {file.Name}` says how."
            : "The history itself breaks no rule.");
        foreach (var (broken, count) in replay.Rules)
        {
            console.Line($"BREAKS {broken} in {count} of {Count(replay.Tries)}.", Color.Red);
        }

        if (replay.Fault is { } fault)
        {
            console.Line($"ERROR: {implementation.Source} broke: {fault.ReplaceLineEndings(" ")}", Color.Red);
        }
        else if (replay.Broken == 0)
        {
            console.Line($"PASSES: {implementation.Source} broke no rule in {Count(replay.Tries)}.", Color.Green);
        }

        return replay.Broken > 0 ? ExitCode.Fail : replay.Fault is null ? ExitCode.Pass : ExitCode.Error;
    }

    private static HistoryReplay Replayed(
        ToolEnvironment environment, Implementation implementation, History history, double scale)
    {
        try
        {
            return Interruptible.Run(
                () => HistoryReplayer.Run(
                    implementation.Create, history, HistoryReplayer.DefaultTries, implementation.Patience(scale)),
                environment.Interrupted);
        }
        catch (NotSupportedException exception)
        {
            throw new BadInputException(exception.Message, cause: exception);
        }
    }

    private static string Count(int tries) => tries == 1 ? "1 try" : $"{tries} tries";
}
