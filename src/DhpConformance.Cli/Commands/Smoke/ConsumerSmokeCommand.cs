using System.Collections.Immutable;
using System.Diagnostics;
using DhpConformance.Cli.Commands.Consumers;
using DhpConformance.Cli.Implementations;
using DhpConformance.Cli.Output;
using DhpConformance.Cli.Settings;
using DhpConformance.Engine.Consumers;
using DhpConformance.Reporting.Consumers;
using Spectre.Console;

namespace DhpConformance.Cli.Commands.Smoke;

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
        console.Line(
            $"It answers, and says that it is {description.Name} {description.Version}, "
                + $"{DescriptionText.Role(description)}. Traits: {DescriptionText.Traits(description)}.",
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

        SmokeCommand.WriteSuccess(console, clock.Elapsed);
        return ExitCode.Pass;
    }
}
