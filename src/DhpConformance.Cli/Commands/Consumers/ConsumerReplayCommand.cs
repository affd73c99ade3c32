using System.Text.Json;
using DhpConformance.Cli.Implementations;
using DhpConformance.Cli.Output;
using DhpConformance.Cli.Settings;
using DhpConformance.Engine.Consumers;
using DhpConformance.Reporting.Consumers;
using Spectre.Console;

namespace DhpConformance.Cli.Commands.Consumers;

/// <summary><c>dhp replay</c> for a consumer: does again what failed.</summary>
internal static class ConsumerReplayCommand
{
    /// <summary>Whether a file says that it is of a consumer, whatever else is in it.</summary>
    public static bool IsOfConsumer(ToolEnvironment environment, string name)
    {
        try
        {
            using var json = JsonDocument.Parse(InputFile.Read(environment, name));
            return json.RootElement.ValueKind == JsonValueKind.Object
                && json.RootElement.TryGetProperty("role", out var role)
                && role.ValueKind == JsonValueKind.String && role.ValueEquals(Role.Consumer);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    public static ExitCode Run(
        ToolEnvironment environment, SettingValues settings, string name, string? source, bool trustsFile)
    {
        var replay = Read(environment, name);
        var named = replay.Implementation;
        using var consumer = ConsumerChoice.Find(
            source
            ?? (named is null
                    ? throw new BadInputException($"{name} does not name a consumer; say which, with --implementation.")
                : trustsFile ? named
                : TrustedSource.Of(named, name, settings)),
            ReachingOptions.Scaled(settings, environment));
        var failure = Interruptible.Run(
            () => ConsumerSuite.Replay(consumer.Create, replay), environment.Interrupted);
        if (failure is null)
        {
            foreach (var line in StepText.Lines(replay.Machine, replay.Steps))
            {
                environment.Console.Line(line);
            }

            environment.Console.Line($"PASSES: {consumer.Source} keeps every rule here.", Color.Green);
            return ExitCode.Pass;
        }

        foreach (var line in ConsumerFailureText.Lines(failure))
        {
            environment.Console.Line(line);
        }

        environment.Console.Line(
            failure.Rule == replay.Rule
                ? $"STILL FAILS {failure.Rule}"
                : $"FAILS {failure.Rule} now, and not {replay.Rule}",
            Color.Red);
        return ExitCode.Fail;
    }

    private static ConsumerReplay Read(ToolEnvironment environment, string name)
    {
        try
        {
            return JsonSerializer.Deserialize(
                InputFile.Read(environment, name), ConsumerResultsJson.Default.ConsumerReplay) is
            { Role: Role.Consumer, Steps.IsDefault: false, Machine.Processors.IsDefaultOrEmpty: false } replay
                && replay.Machine.Processors.All(place => place.Group is >= 0 and < 64 && place.Number is >= 0 and < 64)
                ? replay
                : throw new BadInputException($"{name} is not the replay file of a consumer.");
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException)
        {
            throw new BadInputException(
                $"{name} is not the replay file of a consumer: {exception.Message.ReplaceLineEndings(" ")}",
                cause: exception);
        }
    }
}
