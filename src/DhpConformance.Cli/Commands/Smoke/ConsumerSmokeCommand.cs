using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using DhpConformance.Abstractions;
using DhpConformance.Cli.Implementations;
using DhpConformance.Cli.Output;
using DhpConformance.Cli.Settings;
using DhpConformance.Engine.Consumers;
using DhpConformance.Reporting.Consumers;
using Spectre.Console;

namespace DhpConformance.Cli.Commands.Consumers;

/// <summary><c>dhp smoke</c> for a driver or an application: says in seconds whether it is plugged in.</summary>
internal static class ConsumerSmokeCommand
{
    private const ulong Gibibyte = 1UL << 30;

    private static readonly ImmutableArray<(string Asked, ImmutableArray<ConsumerStep> Steps)> Cases =
    [
        ("Can it be loaded and unloaded?", []),
        ("Does it take a hot added processor?", [new AddProcessor(0, 1), new RunOn(int.MaxValue), new SettleAll()]),
        ("Does it take hot added memory?", [new AddMemory(Gibibyte), new SettleAll()]),
        ("Does it take a rebalance?", [new RequestRebalance(), new SettleAll()]),
        ("Does it take a hot replace?", [new Suspend(), new ReplaceSilicon(), new Resume(), new SettleAll()]),
    ];

    public static ExitCode Run(ToolEnvironment environment, SettingValues settings)
    {
        var console = environment.Console;
        var clock = Stopwatch.StartNew();
        using var consumer = ConsumerChoice.Find(
            settings.Text(SettingTable.Implementation), ReachingOptions.Scaled(settings, environment));
        var description = ConsumerSuite.Describe(consumer.Create);
        var traits = description.Traits.Select(trait => Words.Of(trait)).DefaultIfEmpty("none");
        console.Line(
            $"It answers, and says that it is {description.Name} {description.Version}, {Article(description.Role)}. "
                + $"Traits: {string.Join(", ", traits)}.",
            Color.Green);
        foreach (var (asked, steps) in Cases)
        {
            environment.Interrupted.ThrowIfCancellationRequested();
            var replay = new ConsumerReplay(Role.Consumer, "", ConsumerMachine.Usual, steps);
            if (ConsumerSuite.Replay(consumer.Create, replay) is { } failure)
            {
                console.Line(asked, Color.Red);
                foreach (var line in ConsumerFailureText.Lines(failure))
                {
                    console.Line(line);
                }

                return ExitCode.Fail;
            }

            console.Line($"{asked} It {(steps.IsEmpty ? "can" : "does")}.", Color.Green);
        }

        console.Line(string.Create(
            CultureInfo.InvariantCulture,
            $"It is plugged in ({clock.Elapsed.TotalSeconds:0.0} s). `dhp run` judges every rule."));
        return ExitCode.Pass;
    }

    private static string Article(ConsumerRole role) => role == ConsumerRole.Driver ? "a driver" : "an application";
}
